import type { Exchanges } from '#api/contract/exchanges.ts';
import type { Called } from '#api/contract/gatherings/gatherings.ts';
import type { MeetingMade } from '#api/contract/meetings.ts';
import { aPhoto } from '#tests/bot/aPhoto.ts';
import type { Cast } from './cast.ts';
import { cohortOf } from './enrolling.ts';
import { announce, reply } from './news.ts';
import { addGoal, pairOf } from './pairing.ts';
import type { Person } from './people.ts';
import { dayAhead } from './yearly.ts';

/** What Meera writes for herself alone, or for somebody who is not her partner: it goes with her. */
export const HERS = {
  goal: 'What meera would like to reach',
  jotting: 'I talked too much again',
  learned: 'He is shy, not cold',
  surprised: 'That he reads poems',
  reply: 'I bring the cake',
  suggestion: 'kit.beispiel@turntable.example',
} as const;

/** What she shares with Diego: it stays with him, without her name. */
export const SHARED = {
  jotting: 'Ask the studio for the raw cut',
  curious: 'What do you do before a hard decision?',
  ripple: 'His team shows drafts on Fridays now',
  exchange: 'Cut his first video',
  feedback: 'Silence is an answer too',
} as const;

/** Everything once that somebody may leave behind in a year, by the routes that the tab uses. */
export async function liveAFullYear(cast: Cast): Promise<void> {
  const { meera, noor } = cast;
  const { pair } = await pairOf(meera);
  await addGoal(meera);
  await meetOnce(cast, pair);
  await shareWith(meera, pair);
  await meera.ask('PUT /api/profile/photo', aPhoto());
  await meera.ask('PUT /api/me/settings', { named: true });
  const cohort = await cohortOf(cast);
  await meera.ask(`POST /api/enrolments/${cohort}/suggestions`, { mail: HERS.suggestion });
  const startsAt = `${await dayAhead(cast, 20)}T10:00:00.000Z`;
  const call = { startsAt, minutes: 45, place: 'Room of the plane tree' };
  const { gathering } = await noor.ask<Called>(`POST /api/cohorts/${cohort}/gatherings`, call);
  await meera.ask(`PUT /api/enrolments/${cohort}/gatherings/${gathering}/answer`, { isComing: true });
  await announce(cast);
  await reply(cast);
}

async function meetOnce(cast: Cast, pair: string): Promise<void> {
  const { meera } = cast;
  const told = { day: await dayAhead(cast, 0), way: 'walk' };
  const { occurrence } = await meera.ask<MeetingMade>(`POST /api/pairs/${pair}/meetings`, told);
  const at = `/api/pairs/${pair}/meetings/${occurrence}`;
  await meera.ask(`POST ${at}/feedback`, {
    ...{ worthTheHour: 5, learned: SHARED.feedback, surprised: '', shared: true },
    ...{ balanced: 'yes', candid: 'yes', goOn: 'yes' },
  });
  await meera.ask(`POST ${at}/jottings`, { text: HERS.jotting, shared: false });
  await meera.ask(`POST ${at}/jottings`, { text: SHARED.jotting, shared: true });
}

async function shareWith(meera: Person, pair: string): Promise<void> {
  await meera.ask(`PUT /api/pairs/${pair}/curiosity`, { text: SHARED.curious, shared: true });
  const { partners } = await meera.ask<Exchanges>(`GET /api/pairs/${pair}/exchanges`);
  const help = { partner: partners[0]?.person, iHelped: true, kind: 'skill', text: SHARED.exchange };
  await meera.ask(`POST /api/pairs/${pair}/exchanges`, help);
  const learnings = `POST /api/pairs/${pair}/learnings`;
  await meera.ask(learnings, { kind: 'ripple', text: SHARED.ripple, shared: true });
  await meera.ask(learnings, { kind: 'learned', text: HERS.learned });
  await meera.ask(learnings, { kind: 'surprised', text: HERS.surprised });
}
