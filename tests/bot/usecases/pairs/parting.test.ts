import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type Day, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  AGREEMENT,
  aPairWorld,
  introduceThem,
  PAIR,
  type PairWorld,
  PILOT,
  rowsOf,
  signed,
} from '#tests/bot/pairWorld.ts';
import { answerEnrolment } from '#usecases/enrolment/enrolment.ts';
import { listOwnWords } from '#usecases/exchanges/ownWords.ts';
import { draftAgreement, signAgreement } from '#usecases/pairs/agreement.ts';
import { endPair, seekAnew, wishNewMatch } from '#usecases/pairs/ending.ts';
import { addGoal, listGoals } from '#usecases/pairs/goals.ts';
import { projectPair } from '#usecases/pairs/pairs.ts';
import { pausePair, resumePair } from '#usecases/pairs/pause.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { aPairIn, cohortText, memberIn, pairIn, projected, slotsOf, told } from './partings.ts';

const day = (text: string) => asId<Day>(text);
const MORE = { ...AGREEMENT, whatItIs: 'More.' };
const UNTIL = day('2027-01-04');
let world: PairWorld;
beforeEach(async () => {
  world = await aPairIn();
});

describe('a break', () => {
  it('is told to the partner alone, and ends by itself for both', async () => {
    const { ctx, clara, aisha } = world;
    await pausePair(ctx, clara, PAIR, { until: UNTIL });
    await world.settle();
    expect(told(world, 'paused')).toEqual([aisha]);
    expect(world.sentTo(aisha)[0]?.view).toMatchObject({ by: 'Clara Exampleton', until: UNTIL });
    await world.until('2027-01-04T08:59:59.000Z');
    expect((await pairIn(world))?.state).toBe('paused');
    await world.until('2027-01-04T09:00:00.000Z');
    expect((await pairIn(world))?.state).toBe('active');
    expect(told(world, 'resumed').sort()).toEqual([clara, aisha].sort());
  });

  it('leaves the space readable and writable, takes no place and tells a champion nothing', async () => {
    const { ctx, clara, aisha } = world;
    const before = await cohortText(world);
    await pausePair(ctx, aisha, PAIR, { until: UNTIL });
    await world.settle();
    await addGoal(ctx, clara, PAIR, { text: 'Film', confidence: 2, state: 'open' });
    expect(await listGoals(ctx, aisha, PAIR)).toHaveLength(1);
    expect(await cohortText(world)).toBe(before);
    expect(await projected(world)).toMatchObject({ state: 'paired' });
    expect(await slotsOf(world, clara)).toBe(1);
  });

  it('is ended by either before its day; a pointer that comes later finds nothing to do', async () => {
    const { ctx, clara, aisha } = world;
    await pausePair(ctx, clara, PAIR, { until: UNTIL });
    await resumePair(ctx, aisha, PAIR);
    await resumePair(ctx, aisha, PAIR);
    await world.settle();
    expect(told(world, 'paused')).toEqual([]);
    expect(told(world, 'resumed')).toEqual([clara]);
    await world.until('2027-01-05T09:00:00.000Z');
    expect(told(world, 'resumed')).toEqual([clara]);
  });

  it('can be moved, and goes on on the later day alone', async () => {
    const { ctx, clara } = world;
    await pausePair(ctx, clara, PAIR, { until: UNTIL });
    await pausePair(ctx, clara, PAIR, { until: day('2027-02-01'), seen: '1' });
    await world.until('2027-01-05T09:00:00.000Z');
    expect((await pairIn(world))?.state).toBe('paused');
    await world.until('2027-02-01T09:00:00.000Z');
    expect((await pairIn(world))?.state).toBe('active');
  });

  it('of two at once one counts, and the other one is told so', async () => {
    const { ctx, clara, aisha } = world;
    const both = await Promise.allSettled([
      pausePair(ctx, clara, PAIR, { until: UNTIL, seen: '0' }),
      pausePair(ctx, aisha, PAIR, { until: day('2027-02-01'), seen: '0' }),
    ]);
    const lost = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    await world.settle();
    expect(told(world, 'paused')).toHaveLength(1);
  });

  it('is nothing for who is not of the pair, nor before it is one', async () => {
    await expect(pausePair(world.ctx, world.diego, PAIR, { until: UNTIL })).rejects.toMatchObject({
      kind: 'missing',
    });
    const other = await aPairWorld();
    await introduceThem(other);
    await expect(pausePair(other.ctx, other.clara, PAIR, { until: UNTIL })).rejects.toBeInstanceOf(Refusal);
    await expect(endPair(other.ctx, other.clara, PAIR)).rejects.toMatchObject({
      word: 'parting:end.introduced',
    });
  });
});

describe('an end', () => {
  it.each(['clara', 'aisha'] as const)(
    'says the same to both, whoever asks (%s), and frees both',
    async (who) => {
      const { ctx, clara, aisha } = world;
      await endPair(ctx, world[who], PAIR);
      await endPair(ctx, world[who], PAIR);
      await world.settle();
      const [one, other] = [clara, aisha].map((person) => world.sentTo(person));
      expect([one?.length, other?.length]).toEqual([1, 1]);
      expect(one?.[0]?.view).toMatchObject({
        kind: 'pairEnded',
        mayHaveNew: true,
        partners: ['Aisha Specimen'],
      });
      expect(other?.[0]?.view).toMatchObject({
        kind: 'pairEnded',
        mayHaveNew: true,
        partners: ['Clara Exampleton'],
      });
      expect([await slotsOf(world, clara), await slotsOf(world, aisha)]).toEqual([0, 0]);
      expect((await projected(world))?.state).toBe('closed');
      expect([(await memberIn(world, clara))?.waiting, (await memberIn(world, aisha))?.waiting]).toEqual([
        false,
        false,
      ]);
    },
  );

  it('leaves no trace of who asked', async () => {
    const traces = await Promise.all(
      (['clara', 'aisha'] as const).map(async (who) => {
        const each = await aPairIn();
        await endPair(each.ctx, each[who], PAIR);
        await each.settle();
        return [await pairIn(each), await cohortText(each)];
      }),
    );
    expect(traces[0]).toEqual(traces[1]);
  });

  it('closes the space, and leaves each what they wrote', async () => {
    const { ctx, clara, aisha } = world;
    await addGoal(ctx, clara, PAIR, { text: 'Film', confidence: 2, state: 'open' });
    await endPair(ctx, aisha, PAIR);
    await expect(listGoals(ctx, clara, PAIR)).rejects.toMatchObject({ kind: 'gone' });
    expect((await listOwnWords(ctx, clara, PAIR)).map(({ text }) => text)).toEqual(['Film']);
    expect(await listOwnWords(ctx, aisha, PAIR)).toEqual([]);
  });

  it('against a signature at once leaves an ended pair that nobody has signed for since', async () => {
    const { ctx, clara, aisha } = world;
    await draftAgreement(ctx, clara, PAIR, { text: MORE, seen: '1' });
    await Promise.allSettled([signAgreement(ctx, aisha, PAIR, signed(2, MORE)), endPair(ctx, clara, PAIR)]);
    await world.settle();
    expect((await pairIn(world))?.state).toBe('ended');
    await expect(signAgreement(ctx, clara, PAIR, signed(2, MORE))).rejects.toMatchObject({ kind: 'gone' });
  });
});

describe('somebody new', () => {
  beforeEach(async () => {
    await endPair(world.ctx, world.aisha, PAIR);
  });

  it.each(['clara', 'aisha'] as const)('puts %s first in the next round, and back again', async (who) => {
    const person = world[who];
    await wishNewMatch(world.ctx, person, PAIR, 'somebodyNew');
    // The wish was said before the end reached the cohort.
    await world.settle();
    expect((await memberIn(world, person))?.waiting).toBe(true);
    await projectPair(world.ctx, PAIR);
    await seekAnew(world.ctx, PAIR, person);
    expect((await memberIn(world, person))?.waiting).toBe(true);
    await wishNewMatch(world.ctx, person, PAIR, 'notNow');
    await world.settle();
    expect((await memberIn(world, person))?.waiting).toBe(false);
  });

  it('is there at once for whoever looks: the place is free', async () => {
    await wishNewMatch(world.ctx, world.clara, PAIR, 'somebodyNew');
    expect(await slotsOf(world, world.clara)).toBe(0);
  });

  it('is refused with a sentence once the programme is left, and before an end', async () => {
    await answerEnrolment(world.ctx, world.clara, PILOT, 'pass');
    await expect(wishNewMatch(world.ctx, world.clara, PAIR, 'somebodyNew')).rejects.toMatchObject({
      word: 'parting:newMatch.over',
    });
    const going = await aPairIn();
    await expect(wishNewMatch(going.ctx, going.clara, PAIR, 'notNow')).rejects.toMatchObject({
      word: 'parting:newMatch.notEnded',
    });
  });
});

describe('leaving the programme', () => {
  it.each([false, true])('ends the pair in the same words (paused before: %s)', async (isPaused) => {
    const { ctx, clara, aisha } = world;
    if (isPaused) await pausePair(ctx, clara, PAIR, { until: UNTIL });
    await answerEnrolment(ctx, clara, PILOT, 'pass');
    await world.settle();
    expect((await pairIn(world))?.state).toBe('ended');
    expect(told(world, 'pairEnded').sort()).toEqual([clara, aisha].sort());
    expect(world.sentTo(aisha).at(-1)?.view).toMatchObject({ mayHaveNew: true });
    expect(world.sentTo(clara).at(-1)?.view).toMatchObject({ mayHaveNew: false });
  });
});

type Step = {
  does: 'pause' | 'resume' | 'end' | 'sign' | 'draft' | 'settle' | 'clock';
  by: 0 | 1;
  n: number;
};
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom('pause', 'pause', 'resume', 'end', 'sign', 'draft', 'settle', 'clock'),
    by: fc.constantFrom(0 as const, 1 as const),
    n: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 1, maxLength: 14 },
);
const DAY_MS = 86_400_000;

async function take(each: PairWorld, { does, by, n }: Step): Promise<void> {
  const { ctx } = each;
  const me: PersonId = by === 0 ? each.clara : each.aisha;
  const later = new Date(ctx.clock.now() + n * DAY_MS).toISOString();
  try {
    if (does === 'pause') await pausePair(ctx, me, PAIR, { until: day(later.slice(0, 10)) });
    if (does === 'resume') await resumePair(ctx, me, PAIR);
    if (does === 'end') await endPair(ctx, me, PAIR);
    const latest = (await rowsOf(each)).list('agreement').at(-1)?.value;
    if (does === 'sign' && latest) await signAgreement(ctx, me, PAIR, signed(latest.version, latest.text));
    if (does === 'draft')
      await draftAgreement(ctx, me, PAIR, { text: { ...AGREEMENT, whatItIs: `${n}` }, seen: `${n % 3}` });
    if (does === 'settle') await each.settle();
    if (does === 'clock') await each.until(later);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Conflict)) throw error;
  }
}

/** What holds after every step: one state, and no way back from an end. */
async function mustStandInOneWay(each: PairWorld, hadEnded: boolean): Promise<boolean> {
  const pair = await pairIn(each);
  if (hadEnded) expect(pair?.state).toBe('ended');
  expect(pair?.state === 'paused').toBe(pair !== undefined && 'pause' in pair);
  expect(pair?.state === 'ended').toBe(pair !== undefined && 'endedAt' in pair);
  return pair?.state === 'ended';
}

/** What holds once all is told: places, one end for each, and each turn at most once. */
async function mustBeTold(each: PairWorld): Promise<void> {
  const pair = await pairIn(each);
  const isGoing = pair?.state !== 'ended';
  for (const person of [each.clara, each.aisha]) {
    expect(await slotsOf(each, person)).toBe(isGoing ? 1 : 0);
    const jobs = each.sentTo(person).map(({ job }) => job);
    expect(jobs.filter((job) => job.startsWith('pairEnded_'))).toHaveLength(isGoing ? 0 : 1);
    expect(new Set(jobs).size).toBe(jobs.length);
    const turns = jobs.filter((job) => /^(?:paused|resumed)_/.test(job));
    expect(turns.length).toBeLessThanOrEqual(pair?.turns ?? 0);
  }
  expect((await projected(each))?.state).toBe(isGoing ? 'paired' : 'closed');
  expect(await cohortText(each)).not.toMatch(/paused|pausedUntil|resumesAt|newMatch/);
}

it('whatever happens in whatever order, a pair stands in one way, and each turn is told once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const each = await aPairIn();
      let hasEnded = false;
      for (const step of taken) {
        await take(each, step);
        hasEnded = await mustStandInOneWay(each, hasEnded);
      }
      await each.settle();
      await mustBeTold(each);
    }),
    { numRuns: 60 },
  );
});
