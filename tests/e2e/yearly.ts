import { expect } from 'vitest';
import type { AgreementBody } from '#api/contract/agreement.ts';
import type { Timeline } from '#api/contract/exchanges.ts';
import type { MeetingLookup } from '#api/contract/meetings.ts';
import { DROPPED_MS } from '#domain/meetings/meetings.ts';
import type { ChatMessage, ClockAnswer, LocalMeeting } from '#local/contract.ts';
import type { Cast } from './cast.ts';
import { whereOf } from './meeting.ts';
import { pairOf } from './pairing.ts';
import { type Person, textOf } from './people.ts';
import { rowsOf } from './world.ts';

const DAY_MS = 86_400_000;
/** Tables with an outbox. */
const TRUTHS = ['people', 'pairs', 'cohorts'] as const;

/** The day on the product's calendar, so many days from now. */
export async function dayAhead(cast: Cast, days: number): Promise<string> {
  const { now } = await cast.local.ask<ClockAnswer>('clock');
  return new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);
}

/** All is told that is due by now; what waits for somebody's working hours, or for another day, still rests. */
export const told = (cast: Cast): Promise<true> =>
  cast.until('all that is due is told', async () => {
    const { now } = await cast.local.ask<ClockAnswer>('clock');
    const tables = await Promise.all(TRUTHS.map((table) => rowsOf(cast.local, table)));
    return !tables
      .flat()
      .some(({ rowKey, at }) => `${rowKey}`.startsWith('outbox_') && new Date(String(at)) <= new Date(now));
  });

/** Lets days pass one by one, as they do, and all that falls due is told; ends early once `look` says so. */
export async function letDaysPass(
  cast: Cast,
  days: number,
  look: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<number> {
  for (let day = 1; day <= days; day++) {
    await cast.advance(DAY_MS);
    await told(cast);
    if (await look()) return day;
  }
  return days;
}

/** Every card or message of the bot in somebody's chat that says this, oldest first. */
export const heardBy = async (who: Person, said: string): Promise<ChatMessage[]> =>
  (await who.chat()).filter((message) => message.from === 'bot' && textOf(message).includes(said));

/** Waits until the bot has said this to somebody, and gives back all the letters of it. */
export const hears = (cast: Cast, who: Person, said: string): Promise<string> =>
  cast.until(`${who.key} hears “${said}”`, async () => {
    const last = (await heardBy(who, said)).at(-1);
    return last && textOf(last);
  });

/** Draws up ground rules with these words, and both sign the same version. */
export async function agreeOn(
  cast: Cast,
  [mentor, executive]: readonly [Person, Person],
  words: Partial<AgreementBody>,
): Promise<void> {
  const { pair, draft } = await pairOf(mentor);
  await mentor.ask(`PUT /api/pairs/${pair}/agreement`, { ...draft, ...words }, '0');
  for (const who of [mentor, executive]) {
    const { agreement } = await pairOf(who);
    const body = { hash: agreement?.hash, confidentiality: true };
    await who.ask(`POST /api/pairs/${pair}/agreement/${agreement?.version}/signature`, body);
  }
  await told(cast);
}

/** A meeting in the calendar of Aisha and Clara, tomorrow at this time for an hour, and whose it is. */
export async function plan(cast: Cast, title: string): Promise<LocalMeeting> {
  const { now } = await cast.local.ask<ClockAnswer>('clock');
  const startsAt = new Date(Date.parse(now) + DAY_MS).toISOString();
  const plannedEnd = new Date(Date.parse(startsAt) + DAY_MS / 24).toISOString();
  const people = ['aisha', 'clara'];
  const meeting = await cast.local.ask<LocalMeeting>('meetings', { title, people, startsAt, plannedEnd });
  const { pair } = await pairOf(cast.aisha);
  await cast.aisha.ask('POST /api/meetings', { ...whereOf(meeting), pair, startsAt, plannedEnd });
  return meeting;
}

const press = (cast: Cast, { id }: LocalMeeting, what: 'start' | 'end') =>
  cast.local.ask(`meetings/${encodeURIComponent(id)}/${what}`, {});

export async function begin(cast: Cast, meeting: LocalMeeting): Promise<void> {
  await cast.advance(DAY_MS);
  await press(cast, meeting, 'start');
}

/** It ends before its time, so two minutes pass until that is sure. */
export async function end(cast: Cast, meeting: LocalMeeting): Promise<void> {
  await press(cast, meeting, 'end');
  await cast.advance(DROPPED_MS);
  await told(cast);
}

/** They meet on screen, and one of them says how it was. */
export async function meetOnScreen(cast: Cast, title: string): Promise<void> {
  const meeting = await plan(cast, title);
  await begin(cast, meeting);
  const found = await cast.clara.ask<MeetingLookup>('POST /api/meetings/entry', whereOf(meeting));
  if (found.state !== 'yours') throw new Error(`To clara the meeting is ${found.state}.`);
  const feedback = `POST /api/pairs/${found.pair}/meetings/${found.occurrence}/feedback`;
  await cast.clara.ask(feedback, { worthTheHour: 4 });
  await end(cast, meeting);
}

/** Everything a champion can read of a programme, as one text. */
export async function champions(cast: Cast, cohort: string): Promise<string> {
  const of = `/api/cohorts/${cohort}`;
  const parts = ['', '/members', '/contacts', '/rounds', '/announcements', '/insights', '/wishes', '/import'];
  const read = await Promise.all(parts.map((part) => cast.noor.ask<unknown>(`GET ${of}${part}`)));
  const own = await Promise.all(
    ['GET /api/me', 'GET /api/concerns'].map((route) => cast.noor.ask<unknown>(route)),
  );
  const chat = (await cast.noor.chat()).map(textOf);
  return JSON.stringify([...read, ...own, ...chat]);
}

/** Clara learns nothing of what Aisha keeps for herself: what is there is answered as what is not. */
export async function expectThereForItsWriterAlone(cast: Cast, pair: string, text: string): Promise<void> {
  const read = (who: Person) => who.ask<Timeline>(`GET /api/pairs/${pair}/timeline`);
  const [own, theirs] = await Promise.all([read(cast.aisha), read(cast.clara)]);
  const kept = own.moments.flatMap((moment) => (moment.kind === 'learning' ? [moment.learning] : []));
  const mine = kept.find((learning) => learning.text === text);
  if (!mine) throw new Error('Aisha does not find what she kept.');
  expect(JSON.stringify(theirs)).not.toContain(text);
  expect(JSON.stringify(theirs)).not.toContain(mine.learning);
  const change = { body: { kind: 'learned', text: 'Mine', shared: true }, etag: mine.etag };
  const [there, none] = await Promise.all(
    [mine.learning, 'none'].map(async (id) => {
      const route = `PUT /api/pairs/${pair}/learnings/${id}`;
      const { status, body } = await cast.clara.call<{ detail: string }>(route, change);
      return { status, detail: body.detail };
    }),
  );
  expect(there?.status).toBe(404);
  expect(there).toEqual(none);
}
