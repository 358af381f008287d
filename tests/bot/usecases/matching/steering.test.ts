import { describe, expect, it, vi } from 'vitest';
import { asId, type TopicId } from '#domain/basics/ids.ts';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import type { MatchResult } from '#domain/matching/types.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import type { Profile } from '#domain/profile/profile.ts';
import {
  aDyingProcess,
  aFullPilot,
  drain,
  join,
  type Pilot,
  personNamed,
  untilDeath,
} from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { cancelRound, watchRounds } from '#usecases/matching/run.ts';
import { listRounds, type RoundSeen } from '#usecases/matching/view.ts';
import { addWishes, listWishes, takeBackWish, type WishSeen } from '#usecases/matching/wishes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { publishAndLook, runAndLook } from './looking.ts';

const video = asId<TopicId>('shortVideo');
const wants: Partial<Profile> = { wants: [video], languages: ['en'] };
const offers: Partial<Profile> = { offers: [{ topic: video, strength: 3 }], languages: ['en'] };
const CLARA = 'clara.exampleton';
const DIEGO = 'diego.muestra';
const AISHA = 'aisha.specimen';
const MEERA = 'meera.namoona';

/** Clara and Diego, Aisha and Meera: anybody could meet anybody. */
async function aFoursome(ctx: TestContext): Promise<Pilot> {
  const pilot = await aFullPilot(ctx);
  await join(ctx, pilot, CLARA, { ...wants, interests: [asId('cycling')] });
  await join(ctx, pilot, DIEGO, wants);
  await join(ctx, pilot, AISHA, { ...offers, interests: [asId('cycling')] });
  await join(ctx, pilot, MEERA, offers);
  return pilot;
}

async function twoOf(ctx: TestContext, executive: string, mentor: string) {
  return { executive: await personNamed(ctx, executive), mentor: await personNamed(ctx, mentor) };
}
const wish = async (ctx: TestContext, pilot: Pilot, kind: 'pin' | 'ban', ...names: [string, string]) =>
  addWishes(ctx, pilot, [{ ...(await twoOf(ctx, ...names)), wish: kind }]);

const firsts = (round: RoundSeen) =>
  round.proposals
    .map(({ executive, mentor }) =>
      [executive, mentor].map((person) => round.name(person).split(' ')[0]).join(' + '),
    )
    .sort();
const said = (wishes: WishSeen[]) =>
  wishes.map(({ wish: kind, names }) => `${kind}: ${names.executive} + ${names.mentor}`);

describe('wishes of a champion', () => {
  it('carry over from run to run, are listed, and can be taken back', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    expect(firsts(await runAndLook(ctx, pilot))).toEqual(['Clara + Aisha', 'Diego + Meera']);
    await wish(ctx, pilot, 'ban', CLARA, AISHA);
    expect(firsts(await runAndLook(ctx, pilot))).toEqual(['Diego + Meera']);
    for (let run = 0; run < 2; run++)
      expect(firsts(await runAndLook(ctx, pilot, { fresh: true }))).toEqual([
        'Clara + Meera',
        'Diego + Aisha',
      ]);
    expect(said(await listWishes(ctx, pilot))).toEqual(['ban: Clara Exampleton + Aisha Specimen']);
    const two = await twoOf(ctx, CLARA, AISHA);
    for (const _twice of [1, 2]) {
      await takeBackWish(ctx, pilot, two);
      expect(await listWishes(ctx, pilot)).toEqual([]);
    }
    expect(firsts(await runAndLook(ctx, pilot, { fresh: true }))).toEqual(['Clara + Aisha', 'Diego + Meera']);
  });

  it('say the same sentence whatever rule forbids a pin, and change nothing', async () => {
    const because: [string, Partial<Profile>][] = [
      [AISHA, { ...offers, excludes: [exclusionOf('clara.exampleton@turntable.example')] }],
      [AISHA, { ...offers, languages: ['de'] }],
      [AISHA, { ...offers, timeZone: 'Pacific/Auckland' }],
      [AISHA, { offers: [] }],
    ];
    for (const [name, profile] of because) {
      const ctx = aContext();
      const pilot = await aFoursome(ctx);
      await join(ctx, pilot, name, profile);
      await expect(wish(ctx, pilot, 'pin', CLARA, AISHA)).rejects.toMatchObject({
        ...{ kind: 'conflict', word: 'cohort:wish.rules' },
      });
      expect(await listWishes(ctx, pilot)).toEqual([]);
    }
  });

  it('are taken all or none', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    const [first, second] = [await twoOf(ctx, CLARA, AISHA), await twoOf(ctx, DIEGO, AISHA)];
    const asked = runAndLook(ctx, pilot, { pins: [first, second] });
    await expect(asked).rejects.toMatchObject({
      ...{ word: 'cohort:wish.noRoom', values: { name: 'Aisha Specimen' } },
    });
    await expect(runAndLook(ctx, pilot, { pins: [first], bans: [first] })).rejects.toMatchObject({
      word: 'cohort:wish.alreadyPinned',
    });
    const stranger = { executive: asId<never>('nobody'), mentor: first.mentor };
    await expect(runAndLook(ctx, pilot, { bans: [stranger] })).rejects.toMatchObject({
      ...{ kind: 'invalid', word: 'cohort:wish.notMembers' },
    });
    expect(await listWishes(ctx, pilot)).toEqual([]);
    expect(await listRounds(ctx, pilot)).toEqual([]);
  });

  it('are over once the two have been introduced', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    await wish(ctx, pilot, 'pin', CLARA, AISHA);
    await wish(ctx, pilot, 'ban', CLARA, MEERA);
    await runAndLook(ctx, pilot);
    await publishAndLook(ctx, pilot, 1);
    await drain(ctx);
    expect(said(await listWishes(ctx, pilot))).toEqual(['ban: Clara Exampleton + Meera Namoona']);
  });

  it('stop a round from being published that would introduce two who were ruled out since', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    await runAndLook(ctx, pilot);
    await wish(ctx, pilot, 'ban', CLARA, AISHA);
    await expect(publishAndLook(ctx, pilot, 1)).rejects.toMatchObject({ word: 'cohort:round.ruledOut' });
    await runAndLook(ctx, pilot);
    expect((await publishAndLook(ctx, pilot, 2)).state).toBe('published');
  });

  it('are not taken back by one who saw another wish', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    await wish(ctx, pilot, 'pin', CLARA, AISHA);
    const two = await twoOf(ctx, CLARA, AISHA);
    await expect(takeBackWish(ctx, pilot, two, 'an older etag')).rejects.toMatchObject({ name: 'Conflict' });
  });
});

describe('another run', () => {
  it('keeps the pairs of the run before, until a fresh look is asked for', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    await wish(ctx, pilot, 'ban', CLARA, AISHA);
    await runAndLook(ctx, pilot, { fresh: true });
    await takeBackWish(ctx, pilot, await twoOf(ctx, CLARA, AISHA));
    const kept = await runAndLook(ctx, pilot);
    expect(firsts(kept)).toEqual(expect.arrayContaining(['Clara + Meera', 'Diego + Aisha']));
    expect(kept).toMatchObject({ provenBest: true, around: { pins: 0, kept: 2, bans: 0 } });
    expect(kept.comparison).toMatchObject({ round: 1, stayed: 2, gone: [] });
    const fresh = await runAndLook(ctx, pilot, { fresh: true });
    expect(fresh).toMatchObject({ provenBest: true, around: { pins: 0, kept: 0, bans: 0 } });
    expect(fresh.comparison).toMatchObject({ round: 2, stayed: 0, newlyMatched: [], newlyLeftOut: [] });
    expect(fresh.comparison?.added.size).toBe(2);
    expect(fresh.comparison?.after.fit).toBeGreaterThan(fresh.comparison?.before.fit ?? 0);
  });

  it('is not compared with a round that was published', async () => {
    const ctx = aContext();
    const pilot = await aFoursome(ctx);
    await runAndLook(ctx, pilot);
    const published = await publishAndLook(ctx, pilot, 1);
    expect(published.comparison).toBeUndefined();
    expect((await runAndLook(ctx, pilot)).comparison).toBeUndefined();
  });
});

/** An engine that waits for the test, as a big cohort would keep it busy. */
function aSlowContext(ctx: TestContext) {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow: Context = {
    ...ctx,
    match: (people, options, { watch, signal } = {}) =>
      new Promise<MatchResult>((resolve, reject) => {
        watch?.('assign', 1, 2);
        signal?.addEventListener('abort', () => reject(signal.reason));
        void finished.then(() => resolve(matchCohort(people, options)));
      }),
  };
  return { slow, finish };
}

async function whileSlow(
  story: (parts: { ctx: TestContext; pilot: Pilot; slow: Context; finish(): void }) => Promise<void>,
) {
  const ctx = aContext();
  const pilot = await aFoursome(ctx);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await story({ ctx, pilot, ...aSlowContext(ctx) });
  } finally {
    vi.useRealTimers();
  }
}
const beat = () => vi.advanceTimersByTimeAsync(1_000);

describe('a long run', () => {
  it('shows how far it is, lets no other start, and ends without a trace', () =>
    whileSlow(async ({ ctx, pilot, slow, finish }) => {
      const before = await watchRounds(ctx, pilot);
      const run = runAndLook(slow, pilot);
      await vi.waitFor(async () => {
        await beat();
        expect((await watchRounds(ctx, pilot)).running).toEqual({
          ...{ phase: 'choose', part: 77, by: 'Noor Prøve', cancelAsked: false },
        });
      });
      await expect(runAndLook(ctx, pilot)).rejects.toMatchObject({ word: 'cohort:round.running' });
      finish();
      expect((await run).state).toBe('reviewed');
      const after = await watchRounds(ctx, pilot);
      expect(after.running).toBeNull();
      expect(after.version).not.toBe(before.version);
    }));

  it('is cancelled from any server, and changes nothing', () =>
    whileSlow(async ({ ctx, pilot, slow }) => {
      await expect(cancelRound(ctx, pilot)).rejects.toMatchObject({ word: 'cohort:round.notRunning' });
      const run = runAndLook(slow, pilot);
      const refused = expect(run).rejects.toMatchObject({ word: 'cohort:round.cancelled' });
      await vi.waitFor(async () => {
        await beat();
        expect((await watchRounds(ctx, pilot)).running).not.toBeNull();
      });
      await cancelRound(ctx, pilot);
      expect((await watchRounds(ctx, pilot)).running?.cancelAsked).toBe(true);
      await beat();
      await refused;
      expect((await watchRounds(ctx, pilot)).running).toBeNull();
      expect(await listRounds(ctx, pilot)).toEqual([]);
      expect(ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('proposal'))).toEqual([]);
      expect((await runAndLook(ctx, pilot)).number).toBe(1);
    }));

  it('is cancelled even when it has just come to its end', () =>
    whileSlow(async ({ ctx, pilot, slow, finish }) => {
      const run = runAndLook(slow, pilot);
      const refused = expect(run).rejects.toMatchObject({ word: 'cohort:round.cancelled' });
      await vi.waitFor(async () => {
        await beat();
        expect((await watchRounds(ctx, pilot)).running).not.toBeNull();
      });
      await cancelRound(ctx, pilot);
      finish();
      await refused;
      expect(await listRounds(ctx, pilot)).toEqual([]);
    }));

  it('that died with its server is in nobody’s way after a minute', () =>
    whileSlow(async ({ ctx, pilot, slow, finish }) => {
      const run = runAndLook(slow, pilot);
      await vi.waitFor(async () => {
        await beat();
        expect((await watchRounds(ctx, pilot)).running).not.toBeNull();
      });
      ctx.clock.advance(61_000);
      expect((await watchRounds(ctx, pilot)).running).toBeNull();
      expect((await runAndLook(ctx, pilot)).number).toBe(1);
      finish();
      await expect(run).rejects.toThrow();
      expect((await listRounds(ctx, pilot)).map(({ number }) => number)).toEqual([1]);
    }));

  it('leaves one round to review, whichever write its server dies at', async () => {
    for (let writes = 0; ; writes++) {
      const ctx = aContext();
      const pilot = await aFoursome(ctx);
      await runAndLook(ctx, pilot);
      const dying = aDyingProcess(ctx, writes);
      await untilDeath(runAndLook(dying, pilot));
      await drain(ctx);
      expect(await listRounds(ctx, pilot)).toHaveLength(1);
      const again = await runAndLook(ctx, pilot);
      expect(firsts(again)).toEqual(['Clara + Aisha', 'Diego + Meera']);
      expect(await listRounds(ctx, pilot)).toHaveLength(1);
      if (!dying.tables.hasCrashed) break;
    }
  });
});

it('no wish is anybody else’s to see', async () => {
  const ctx = aContext();
  const pilot = await aFoursome(ctx);
  const stranger = { ...pilot, person: await personNamed(ctx, CLARA) };
  for (const look of [listWishes(ctx, stranger), watchRounds(ctx, stranger), cancelRound(ctx, stranger)])
    await expect(look).rejects.toMatchObject({ kind: 'missing', word: 'cohort:notYours' });
  const rows = await Partition.openCohort(ctx, pilot.cohort, ['wish']);
  expect(rows.list('wish')).toEqual([]);
});
