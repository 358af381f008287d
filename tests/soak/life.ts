import type { Me } from '#api/contract/me.ts';
import type { MeetingMade } from '#api/contract/meetings.ts';
import type { PairView } from '#api/contract/pairs.ts';
import type { ProfileView } from '#api/contract/profile.ts';
import type { Random } from '#tests/bench/random.ts';
import type { Person } from '#tests/e2e/people.ts';
import { confide, search, turnThePanel } from './deeds.ts';
import type { Dweller, SoakWorld } from './world.ts';

const TOPICS = ['ai', 'socialMedia', 'dataAnalysis', 'agile', 'customerTrends', 'budgets', 'workLife'];
const DAY_MS = 86_400_000;
const ROOM = 2;

/** One look of somebody: at how things stand, and then the next thing, or another one. */
export async function live(world: SoakWorld, one: Dweller, cohort: string): Promise<void> {
  const who = world.person(one.key);
  const { random } = world;
  await world.persist(`${one.name} lives`, async () => {
    const me = await who.ask<Me>('GET /api/me');
    const enrolment = me.enrolments.find((mine) => mine.cohort === cohort);
    if (enrolment?.state === 'invited') await join(who, one, { random, cohort });
  });
  const me = await known(world, who);
  const pairs = me?.pairs ?? [];
  for (const { pair, state } of pairs)
    await world.persist(`${one.name} in ${pair}`, () => inPair(world, who, { pair, state }));
  const isFree = me !== undefined && pairs.every(({ state }) => state === 'ended');
  if (one.role === 'executive' && one.meets === 'pairs' && isFree && random.part() < 0.5)
    await world.persist(`${one.name} searches`, () => search(who, cohort, random));
  if (random.part() < 0.15) await world.persist(`${one.name} confides`, () => confide(who, cohort, random));
  if (random.part() < 0.3) await world.persist(`${one.name} chats`, () => chat(who, random));
}

async function known(world: SoakWorld, who: Person): Promise<Me | undefined> {
  let me: Me | undefined;
  await world.persist(`${who.key} looks`, async () => {
    me = await who.ask<Me>('GET /api/me');
    world.keys.set(me.person, who.key);
  });
  return me;
}

/** By the button of the card or in the tab; then the profile. */
async function join(who: Person, one: Dweller, at: { random: Random; cohort: string }): Promise<void> {
  const { random, cohort } = at;
  const button = await who.findButton('enrolment.answer', { cohort, answer: 'join' });
  if (button && random.part() < 0.5) await who.press(button);
  else await who.ask(`POST /api/enrolments/${cohort}/answer`, { answer: 'join' });
  const { etag, ...profile } = await who.ask<ProfileView>('GET /api/profile');
  const topics = [...new Set([0, 1, 2].map(() => TOPICS[random.below(TOPICS.length)] ?? 'ai'))];
  const said = topics.map((id) => ({ id, label: id }));
  await who.ask(
    'PUT /api/profile',
    {
      ...{ ...profile, languages: ['en'], timeZone: 'Europe/London', meets: ['video'], capacity: ROOM },
      wants: one.role === 'executive' ? said : [],
      offers: one.role === 'mentor' ? said.map((topic) => ({ ...topic, strength: 3 })) : [],
    },
    etag,
  );
}

async function inPair(world: SoakWorld, who: Person, at: { pair: string; state: string }): Promise<void> {
  const { random } = world;
  const path = `/api/pairs/${at.pair}`;
  if (at.state === 'introduced') return answer(who, at.pair, random);
  if (at.state === 'paused') return random.part() < 0.5 ? who.ask(`POST ${path}/resume`, {}) : undefined;
  if (at.state === 'ended')
    return random.part() < 0.3 ? who.ask(`PUT ${path}/new-match`, { wish: 'somebodyNew' }) : undefined;
  const view = await who.ask<PairView>(`GET ${path}`);
  if (view.agreement && view.canSign) {
    const { version, hash } = view.agreement;
    return who.ask(`POST ${path}/agreement/${version}/signature`, { hash, confidentiality: true });
  }
  if (!view.agreement) return view.draft ? who.ask(`PUT ${path}/agreement`, view.draft, '0') : undefined;
  if (view.hasSpace) await together(world, who, at.pair);
}

/** By the card or in the tab; one in ten would rather not, one in ten says nothing. */
async function answer(who: Person, pair: string, random: Random): Promise<void> {
  const drawn = random.part();
  if (drawn < 0.1) return;
  const said = drawn < 0.2 ? 'notThisTime' : 'yes';
  const button = await who.findButton('pair.answer', { pair, answer: said });
  if (button && random.part() < 0.5) await who.press(button);
  else await who.ask(`POST /api/pairs/${pair}/answer`, { answer: said });
}

/** What two do who have signed. */
async function together(world: SoakWorld, who: Person, pair: string): Promise<unknown> {
  const { random, local } = world;
  const path = `/api/pairs/${pair}`;
  const day = (days: number) => new Date(local.teams.clock.now() + days * DAY_MS).toISOString().slice(0, 10);
  const drawn = random.part();
  if (drawn < 0.1) return who.ask(`POST ${path}/pause`, { until: day(2) });
  if (drawn < 0.15) return who.ask(`POST ${path}/end`, {});
  if (drawn < 0.4) return turnThePanel(world, who, pair);
  if (drawn < 0.5) return who.ask(`POST ${path}/goals`, { text: 'To ask more', confidence: 2 });
  if (drawn < 0.6)
    return who.ask(`POST ${path}/learnings`, { kind: 'ripple', text: 'We ask first', shared: true });
  const { occurrence } = await who.ask<MeetingMade>(`POST ${path}/meetings`, { day: day(0), way: 'coffee' });
  const feedback = {
    worthTheHour: 3 + random.below(3),
    candid: 'yes',
    balanced: random.part() < 0.5 ? 'yes' : 'partly',
  };
  return who.ask(`POST ${path}/meetings/${occurrence}/feedback`, feedback);
}

/** A word to the bot, or a reply to the news. */
async function chat(who: Person, random: Random): Promise<void> {
  const button = await who.findButton('announcement.reply');
  if (button && random.part() < 0.5) await who.press(button, { text: 'I come' });
  else await who.say('help');
}
