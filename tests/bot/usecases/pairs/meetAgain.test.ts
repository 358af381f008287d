import { beforeEach, describe, expect, it } from 'vitest';
import { presentPair } from '#api/routes/pairs.ts';
import { asId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import { twoKey } from '#domain/matching/wishes.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld, PILOT, words } from '#tests/bot/pairWorld.ts';
import { loadMatchPeople } from '#usecases/matching/matchPeople.ts';
import { wishesIn } from '#usecases/matching/wishes.ts';
import { askToMeetAgain } from '#usecases/pairs/ending.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';
import { Partition } from '#usecases/story/partition.ts';

const SECOND = asId<PairId>('pair-second');
let world: PairWorld;
beforeEach(async () => {
  world = await aPairWorld();
  await introduceThem(world);
  await answerIntroduction(world.ctx, world.aisha, PAIR, 'notThisTime');
  await world.until('2026-12-02T09:00:00.000Z');
  world.sent.length = 0;
});

const ask = (person: PersonId, again = true) => askToMeetAgain(world.ctx, person, PAIR, again);
const seenBy = async (person: PersonId) => presentPair(await getPair(world.ctx, person, PAIR, words), words);

/** Whether the rules of matching let the two meet. */
async function mayBeMatched(): Promise<boolean> {
  const { ctx, clara, aisha } = world;
  const rows = await Partition.openCohort(ctx, PILOT, ['pair']);
  const joined = { state: 'joined', waiting: false } as const;
  const people = await loadMatchPeople(ctx, rows, [
    { ...joined, person: clara, role: 'executive' },
    { ...joined, person: aisha, role: 'mentor' },
  ]);
  const [one, other] = people.map((person) => toCandidate(person, ctx.clock.now()));
  return one !== undefined && other !== undefined && keepsRules(one, other);
}

describe('two whose introduction ended', () => {
  it('are matched again only when both ask for it', async () => {
    expect(await mayBeMatched()).toBe(false);
    expect(await introduceThem(world, SECOND)).toBe('noRoom');
    await ask(world.clara);
    expect(await mayBeMatched()).toBe(false);
    expect(await introduceThem(world, SECOND)).toBe('noRoom');
    await ask(world.aisha);
    expect(await mayBeMatched()).toBe(true);
    expect(await introduceThem(world, SECOND)).toBe('introduced');
    await world.settle();
    expect(world.sent.map(({ view }) => view.kind)).toEqual(['introduction', 'introduction']);
  });

  it('are former partners again after the second time', async () => {
    await ask(world.clara);
    await ask(world.aisha);
    await introduceThem(world, SECOND);
    await world.settle();
    expect(await mayBeMatched()).toBe(false);
    await world.until('2026-12-24T09:00:00.000Z');
    expect(await mayBeMatched()).toBe(false);
    expect(await introduceThem(world, asId('pair-third'))).toBe('noRoom');
  });

  it('can be pinned anew by a champion, while an older pin was fulfilled', async () => {
    const { ctx, clara, aisha } = world;
    const pinAt = async (at: string) => {
      const rows = await Partition.openCohort(ctx, PILOT, ['pair', 'wish']);
      const two = { executive: clara, mentor: aisha };
      rows.put('wish', twoKey(two), { ...two, wish: 'pin', by: clara, at: asId(at) });
      await rows.commit();
      return wishesIn(rows);
    };
    expect(await pinAt('2026-11-20T09:00:00.000Z')).toEqual([]);
    expect(await pinAt('2026-12-03T09:00:00.000Z')).toHaveLength(1);
  });

  it('may think better of it', async () => {
    await ask(world.clara);
    await ask(world.aisha);
    await ask(world.clara, false);
    expect(await mayBeMatched()).toBe(false);
  });

  it('see and hear nothing of what the other asks', async () => {
    const before = await seenBy(world.clara);
    await ask(world.aisha);
    await world.settle();
    expect(await seenBy(world.clara)).toEqual(before);
    expect((await seenBy(world.aisha)).again).toBe(true);
    expect(world.sent).toEqual([]);
  });
});

describe('to meet again', () => {
  it('can be asked for only once it ended for whoever asks', async () => {
    const fresh = await aPairWorld();
    await introduceThem(fresh);
    const asking = askToMeetAgain(fresh.ctx, fresh.clara, PAIR, true);
    await expect(asking).rejects.toMatchObject({ word: 'pair:again.notEnded' });
    await answerIntroduction(fresh.ctx, fresh.aisha, PAIR, 'notThisTime');
    await askToMeetAgain(fresh.ctx, fresh.aisha, PAIR, true);
    await expect(askToMeetAgain(fresh.ctx, fresh.clara, PAIR, true)).rejects.toMatchObject({
      word: 'pair:again.notEnded',
    });
  });

  it('is nobody else’s to ask', async () => {
    await expect(ask(world.diego)).rejects.toMatchObject({ kind: 'missing' });
  });
});
