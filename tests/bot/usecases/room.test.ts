import { describe, expect, it } from 'vitest';
import { asId, type OccurrenceId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Filled, ROOM } from '#domain/basics/room.ts';
import { aConcernWorld } from '#tests/bot/concernWorld.ts';
import { AGREEMENT, aSigned, PAIR, PILOT, TEAMS_MEETING, words } from '#tests/bot/pairWorld.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { askInName } from '#usecases/announcements/inName.ts';
import { replyToAnnouncement } from '#usecases/announcements/replies.ts';
import { announce } from '#usecases/announcements/writing.ts';
import { nameChampion } from '#usecases/cohorts/champions.ts';
import { createCohort } from '#usecases/cohorts/cohorts.ts';
import { nameContact } from '#usecases/cohorts/contactPersons.ts';
import { suggestPeer } from '#usecases/cohorts/suggestions.ts';
import { raiseConcern } from '#usecases/concerns/raising.ts';
import { addExchange } from '#usecases/exchanges/exchanges.ts';
import { addLearning } from '#usecases/exchanges/learnings.ts';
import { callGathering } from '#usecases/gatherings/gatherings.ts';
import { addWish } from '#usecases/matching/wishes.ts';
import { claimMeeting } from '#usecases/meetings/claims.ts';
import { saveCuriosity } from '#usecases/meetings/curiosity.ts';
import { jot } from '#usecases/meetings/jottings.ts';
import { draftAgreement } from '#usecases/pairs/agreement.ts';
import { addGoal, changeGoal, listGoals } from '#usecases/pairs/goals.ts';
import type { Context } from '#usecases/story/context.ts';
import { Conflict, type TableName, type Value } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { sendOff } from './announcements/sendOff.ts';
import { aChampion, aFullPilot, drain, join } from './cohorts/cohortStory.ts';
import { aBackedPilot } from './sponsors/sponsorStory.ts';

const SEEDS = [1, 2, 3];
const NOW = toInstant(Date.parse('2026-11-23T09:00:00Z'));

interface Filling {
  ctx: TestContext;
  /** Where the rows lie that are counted. */
  at: [table: TableName, partition: string, prefix: string];
  /** A row as one of those that were there before. */
  row(n: number): [id: string, value: Value];
  add(ctx: Context, n: number): Promise<unknown>;
  /** How many are tried at once, and how many of them there is room for. */
  tried?: number;
  left?: number;
}

/** A meeting that is over. */
const BEFORE = {
  ...{ occurrence: 'm1', teamsMeeting: 't', teamsChat: '', state: 'ended' },
  ...{ startedAt: '2026-11-21T09:00:00.000Z', plannedEnd: '2026-11-21T10:00:00.000Z' },
  endedAt: '2026-11-21T10:00:00.000Z',
};
const wording = { text: 'Understand AI', confidence: 2, state: 'open' as const };
const four = (n: number) => String(n).padStart(4, '0');

/** A goal that changed as often as there are steps. */
async function aGoalWithSteps(): Promise<Filling> {
  const { ctx, clara } = await aSigned();
  const { goal } = await addGoal(ctx, clara, PAIR, wording);
  const steps = ROOM.goalSteps.max;
  const known = await ctx.tables.find('pairs', PAIR, `goal_${goal}`);
  const value = { ...known?.value, seq: steps - 1 };
  await ctx.tables.commit('pairs', PAIR, [
    { op: 'replace', key: `goal_${goal}`, etag: known?.etag ?? '', value },
  ]);
  return {
    ...{ ctx, at: ['pairs', PAIR, `goalstep_${goal}`], left: 1 },
    row: (n) => [`_${four(n + 2)}`, { ...value, seq: n + 2 }],
    add: async (own, n) => {
      const seen = String((await listGoals(own, clara, PAIR))[0]?.seq);
      return changeGoal(own, clara, PAIR, { goal, wording: { ...wording, text: `Step ${n}` }, seen });
    },
  };
}

async function aPilot() {
  const ctx = aContext();
  const pilot = await aFullPilot(ctx);
  const people: PersonId[] = [];
  for (const name of ['clara.exampleton', 'aisha.specimen', 'meera.namoona'])
    people.push(await join(ctx, pilot, name));
  return { ctx, pilot, people };
}
const NEWS = { title: 'We start', text: 'Welcome', audience: 'everyone' as const };

const FILLINGS: Record<Filled, () => Promise<Filling>> = {
  goals: async () => {
    const { ctx, clara } = await aSigned();
    return {
      ...{ ctx, at: ['pairs', PAIR, 'goal_'], tried: 60, left: ROOM.goals.max },
      row: (n) => [`g${n}`, { ...wording, goal: `g${n}`, owner: clara, seq: 1, at: NOW }],
      add: (own, n) => addGoal(own, clara, PAIR, { ...wording, text: `Goal ${n}` }),
    };
  },
  goalsEver: async () => {
    const { ctx, clara } = await aSigned();
    const done = { ...wording, state: 'reached' as const };
    return {
      ...{ ctx, at: ['pairs', PAIR, 'goal_'] },
      row: (n) => [`g${n}`, { ...done, goal: `g${n}`, owner: clara, seq: 1, at: NOW }],
      add: (own, n) => addGoal(own, clara, PAIR, { ...done, text: `Goal ${n}` }),
    };
  },
  goalSteps: aGoalWithSteps,
  meetings: async () => {
    const { ctx, clara } = await aSigned();
    const times = { startedAt: NOW, plannedEnd: NOW };
    return {
      ...{ ctx, at: ['pairs', PAIR, 'meeting_'] },
      row: (n) => [
        `m${n}`,
        { occurrence: `m${n}`, teamsMeeting: `t${n}`, teamsChat: '', ...times, state: 'open' },
      ],
      add: (own, n) =>
        claimMeeting(own, clara, {
          ...{ ...TEAMS_MEETING, teamsMeeting: `MTG${n}`, teamsChat: `19:meeting_${n}@thread.v2` },
          ...{ pair: PAIR, startsAt: toInstant(Date.parse(NOW) + (n + 1) * 86_400_000), plannedEnd: null },
        }),
    };
  },
  jottings: async () => {
    const { ctx, clara } = await aSigned();
    const occurrence = asId<OccurrenceId>('m1');
    await ctx.tables.commit('pairs', PAIR, [{ op: 'create', key: 'meeting_m1', value: BEFORE }]);
    const line = { person: clara, occurrence, text: 'A line', shared: false, seq: 1, at: NOW };
    return {
      ...{ ctx, at: ['pairs', PAIR, 'jotting_'] },
      row: (n) => [`j${n}`, { ...line, jotting: `j${n}` }],
      add: (own, n) => jot(own, clara, { pair: PAIR, occurrence }, { text: `Line ${n}`, shared: true }),
    };
  },
  curiosities: async () => {
    const { ctx, clara } = await aSigned();
    await ctx.tables.commit('pairs', PAIR, [{ op: 'create', key: 'meeting_m1', value: BEFORE }]);
    const said = { person: clara, text: 'Before', shared: false, seq: 1, at: '2026-11-20T09:00:00.000Z' };
    return {
      ...{ ctx, at: ['pairs', PAIR, 'curiosity_'], left: 1 },
      row: (n) => [`${clara}_${four(n + 1)}`, { ...said, n: n + 1 }],
      add: (own, n) => saveCuriosity(own, clara, PAIR, { text: `Now ${n}`, shared: true, seen: '' }),
    };
  },
  exchanges: async () => {
    const { ctx, clara, aisha } = await aSigned();
    const told = { by: clara, to: aisha, kind: 'skill' as const };
    return {
      ...{ ctx, at: ['pairs', PAIR, 'exchange_'] },
      row: (n) => [`x${n}`, { ...told, exchange: `x${n}`, text: '', writer: aisha, at: NOW }],
      add: (own, n) => addExchange(own, clara, PAIR, { ...told, text: `Help ${n}` }),
    };
  },
  learnings: async () => {
    const { ctx, clara } = await aSigned();
    const kept = { kind: 'learned' as const, shared: false };
    return {
      ...{ ctx, at: ['pairs', PAIR, 'learning_'] },
      row: (n) => [
        `l${n}`,
        { ...kept, learning: `l${n}`, writer: clara, text: `Kept ${n}`, at: NOW, seq: 1 },
      ],
      add: (own, n) => addLearning(own, clara, PAIR, { ...kept, text: `New ${n}` }),
    };
  },
  agreementVersions: async () => {
    const { ctx, clara } = await aSigned();
    return {
      ...{ ctx, at: ['pairs', PAIR, 'agreement_'], left: 1 },
      row: (n) => [four(n + 2), { version: n + 2, text: AGREEMENT, by: clara, at: NOW }],
      add: (own, n) => {
        const text = { ...AGREEMENT, whatItIs: `Talk ${n}` };
        return draftAgreement(own, clara, PAIR, { text, seen: String(ROOM.agreementVersions.max - 1) });
      },
    };
  },
  cohorts: async () => {
    const ctx = aContext();
    const actor = await aChampion(ctx);
    return {
      ...{ ctx, at: ['people', actor.person, 'champion_'] },
      row: (n) => [`c${n}`, { cohort: `c${n}` }],
      add: (own, n) =>
        createCohort(own, actor, {
          ...{ name: `Pilot ${n}`, kind: 'pilot', fitFloor: 0 },
          ...{ startsOn: asId('2026-11-23'), endsOn: asId('2027-03-31') },
        }),
    };
  },
  concerns: async () => {
    const { ctx, at, hana } = await aConcernWorld();
    const known = { to: hana, at: NOW, said: '' };
    const concerns = Array.from({ length: ROOM.concerns.max - 3 }, (_, n) => ({
      ...known,
      concern: `n${n}`,
    }));
    await ctx.tables.commit('concerns', at.person, [{ op: 'create', key: 'raised', value: { concerns } }]);
    const value = { author: at.person, cohort: PILOT, at: NOW, state: 'closed', text: 'That' };
    return {
      ...{ ctx, at: ['concerns', hana, 'concern_'] },
      row: (n) => [`n${n}`, value],
      add: (own, n) => raiseConcern(own, at, { to: hana, text: `This ${n}` }),
    };
  },
  champions: async () => {
    const { ctx, pilot } = await aPilot();
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'champion_'], left: 1 },
      row: (n) => [`p${n}`, { since: NOW }],
      add: (own, n) =>
        nameChampion(own, pilot, {
          directoryId: `${String(n).padStart(8, '0')}-0000-4000-8000-000000000001`,
          name: `P ${n}`,
        }),
    };
  },
  contacts: async () => {
    const { ctx, pilot } = await aPilot();
    const row = { seat: 'standIn', state: 'released', written: 'Ruth', by: pilot.person, at: NOW };
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'contact_'], left: 1 },
      row: (n) => [`p${n}`, { ...row, askings: 1 }],
      add: (own, n) =>
        nameContact(own, pilot, { seat: 'standIn', named: { mail: `p${n}@example.com` }, etag: '' }),
    };
  },
  suggestions: async () => {
    const { ctx, pilot, people } = await aPilot();
    const [by = asId<PersonId>('')] = people;
    const row = { by, role: 'executive', at: NOW, isOpen: false, directoryId: '', mail: '', name: '' };
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'suggestion_'], left: 1 },
      row: (n) => [`${by}_${n}`, row],
      add: (own, n) =>
        suggestPeer(
          own,
          { cohort: pilot.cohort, person: by },
          { directoryId: '', mail: `p${n}@example.com`, name: '' },
        ),
    };
  },
  announcements: async () => {
    const { ctx, pilot } = await aPilot();
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'announcement_'] },
      row: (n) => [`a${n}`, { ...NEWS, announcement: `a${n}`, by: pilot.person, at: NOW, state: 'sent' }],
      add: (own, n) => announce(own, pilot, { ...NEWS, title: `News ${n}` }),
    };
  },
  gatherings: async () => {
    const { ctx, pilot } = await aPilot();
    const called = { by: pilot.person, at: NOW, minutes: 60 as const, place: 'Room 4', line: '' };
    const startsAt = toInstant(ctx.clock.now() + 86_400_000);
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'gathering_'] },
      row: (n) => [`g${n}`, { ...called, gathering: `g${n}`, startsAt, state: 'called', question: 0 }],
      add: (own, n) => callGathering(own, pilot, { startsAt, minutes: 60, place: `Room ${n}`, line: '' }),
    };
  },
  inName: async () => {
    const ctx = aContext();
    const pilot = await aBackedPilot(ctx);
    const asked = {
      ...NEWS,
      by: pilot.person,
      sponsor: pilot.ruth.person,
      at: NOW,
      state: 'asked',
      word: '',
    };
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'inname_'] },
      row: (n) => [`i${n}`, { ...asked, announcement: `i${n}` }],
      add: (own, n) => askInName(own, pilot, { ...NEWS, title: `News ${n}` }),
    };
  },
  replies: async () => {
    const { ctx, pilot, people } = await aPilot();
    const [clara = asId<PersonId>('')] = people;
    const announcement = await sendOff(ctx, pilot, NEWS);
    await drain(ctx);
    return {
      ...{ ctx, at: ['people', clara, 'reply_'] },
      row: (n) => [`r${n}`, { announcement, from: clara, text: `Yes ${n}`, at: NOW }],
      add: (own, n) => replyToAnnouncement(own, clara, pilot.cohort, announcement, `Reply ${n}`),
    };
  },
  wishes: async () => {
    const { ctx, pilot, people } = await aPilot();
    const [clara = asId<PersonId>(''), ...mentors] = people;
    return {
      ...{ ctx, at: ['cohorts', pilot.cohort, 'wish_'], tried: 2, left: 1 },
      row: (n) => [
        `e${n}_m${n}`,
        { executive: `e${n}`, mentor: `m${n}`, wish: 'ban', by: pilot.person, at: NOW },
      ],
      add: (own, n) => addWish(own, pilot, { executive: clara, mentor: mentors[n] ?? asId(''), wish: 'ban' }),
    };
  },
};

async function countOf({ ctx, at: [table, partition, prefix] }: Filling): Promise<number> {
  return (await ctx.tables.list(table, partition)).filter(({ key }) => key.startsWith(prefix)).length;
}

/** As many as leave room for `left` more. */
async function fill(filling: Filling, max: number): Promise<void> {
  const { ctx, at, left = 3 } = filling;
  const missing = max - left - (await countOf(filling));
  const rows = Array.from({ length: Math.max(0, missing) }, (_, n) => filling.row(n));
  for (let from = 0; from < rows.length; from += 100)
    await ctx.tables.commit(
      at[0],
      at[1],
      rows
        .slice(from, from + 100)
        .map(([id, value]) => ({ op: 'create' as const, key: `${at[2]}${id}`, value })),
    );
}

describe.each(Object.keys(ROOM) as Filled[])('room for %s', (filled) => {
  const { max, word } = ROOM[filled];

  it.each(SEEDS)(
    'is what it is, however many come at once, and is said in a sentence (seed %i)',
    async (seed) => {
      const filling = await FILLINGS[filled]();
      await fill(filling, max);
      const { ctx, tried = 8, left = 3 } = filling;
      const all = await Promise.allSettled(
        Array.from({ length: tried }, (_, n) => filling.add(readingOnce(shuffled(ctx, seed * 100 + n)), n)),
      );
      const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(refused).toHaveLength(tried - left);
      for (const error of refused.filter((one) => !(one instanceof Conflict)))
        expect(error).toMatchObject({ word, values: { max } });
      expect(await countOf(filling)).toBe(max);

      const before = JSON.stringify(await ctx.tables.list(filling.at[0], filling.at[1]));
      const late = await filling.add(readingOnce(ctx), 99).catch((error: unknown) => error);
      if (!(late instanceof Conflict) && filled !== 'wishes') expect(late).toBeInstanceOf(Refusal);
      expect(JSON.stringify(await ctx.tables.list(filling.at[0], filling.at[1]))).toBe(before);
      expect(words(word, { max })).toMatch(/^\p{Lu}.*\d.*[.]$/su);
    },
  );
});

describe('a goal that changed 150 times', () => {
  it('is shown with its last steps, in its place, in a few kilobytes', async () => {
    const { ctx, clara } = await aSigned();
    const { goal } = await addGoal(ctx, clara, PAIR, wording);
    ctx.clock.advance(60_000);
    await addGoal(ctx, clara, PAIR, { ...wording, text: 'Set later' });
    for (let n = 1; n <= 150; n++) {
      ctx.clock.advance(60_000);
      const change = { goal, wording: { ...wording, text: `Understand AI, ${n}` }, seen: String(n) };
      await changeGoal(ctx, clara, PAIR, change);
    }
    const shown = await listGoals(ctx, clara, PAIR);
    expect(shown.map(({ text }) => text)).toEqual(['Understand AI, 150', 'Set later']);
    expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(8_000);
    expect(shown[0]?.steps.at(-1)?.text).toBe('Understand AI, 150');
  });
});
