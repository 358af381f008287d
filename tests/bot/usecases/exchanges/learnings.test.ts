import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type LearningId, type PersonId } from '#domain/basics/ids.ts';
import type { LearningWording } from '#domain/exchanges/learning.ts';
import { aSigned, PAIR, type PairWorld, PILOT } from '#tests/bot/pairWorld.ts';
import { addLearning, changeLearning, removeLearning } from '#usecases/exchanges/learnings.ts';
import { listOwnWords } from '#usecases/exchanges/ownWords.ts';
import { getTimeline } from '#usecases/exchanges/timeline.ts';
import { withdrawConsent } from '#usecases/pairs/consent.ts';
import { endPair } from '#usecases/pairs/ending.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aSigned();
});

const WORDS: LearningWording = { kind: 'learned', text: 'I talk too much', shared: false };
const keep = (over: Partial<LearningWording> = {}, who = world.clara) =>
  addLearning(world.ctx, who, PAIR, { ...WORDS, ...over });
const change = (learning: LearningId, over: Partial<LearningWording>, seen = '1', who = world.clara) =>
  changeLearning(world.ctx, who, PAIR, { learning, wording: { ...WORDS, ...over }, seen });
const textsFor = async (who: PersonId) =>
  (await getTimeline(world.ctx, who, PAIR, 100)).moments.flatMap((one) =>
    one.kind === 'learning' ? [one.learning.text] : [],
  );
const mine = async (who: PersonId) => (await listOwnWords(world.ctx, who, PAIR)).map(({ text }) => text);
/** The ripples that are measured of the cohort, once everything due has been done. */
async function measures(): Promise<object[]> {
  world.ctx.clock.advance(60_000);
  await world.settle();
  const rows = await world.ctx.tables.list('cohorts', PILOT);
  return rows
    .filter(({ key, value }) => key.startsWith('measure_') && JSON.stringify(value).includes('"ripple"'))
    .map(({ value }) => value);
}

describe('something learned', () => {
  it('is shared, taken back and worded anew by its writer alone', async () => {
    const { clara, aisha } = world;
    const { learning } = (await keep()).learning;
    expect([await textsFor(clara), await textsFor(aisha)]).toEqual([[WORDS.text], []]);
    await change(learning, { shared: true });
    expect(await textsFor(aisha)).toEqual([WORDS.text]);
    await expect(change(learning, { text: 'Hers' }, '2', aisha)).rejects.toMatchObject({ kind: 'forbidden' });
    await change(learning, { text: 'I listen' }, '2');
    expect([await textsFor(clara), await textsFor(aisha)]).toEqual([['I listen'], []]);
    await expect(change(learning, { text: 'Late' }, '2')).rejects.toThrow('somebody else changed');
    await removeLearning(world.ctx, clara, PAIR, learning);
    expect(await textsFor(clara)).toEqual([]);
  });

  it('that is private, missing or somebody’s of another pair is told apart by nobody', async () => {
    const { learning } = (await keep()).learning;
    const nothing = { kind: 'missing', word: 'pair:learning.missing' };
    for (const id of [learning, asId<LearningId>('none')]) {
      await expect(change(id, {}, '1', world.aisha)).rejects.toMatchObject(nothing);
      await expect(removeLearning(world.ctx, world.aisha, PAIR, id)).rejects.toMatchObject(nothing);
    }
    await expect(removeLearning(world.ctx, world.diego, PAIR, learning)).rejects.toMatchObject({
      word: 'pair:missing',
    });
    expect(await textsFor(world.clara)).toEqual([WORDS.text]);
  });

  it('is found again by its writer alone, closed and after the end, however it was shared', async () => {
    const { clara, aisha, ctx } = world;
    await keep();
    ctx.clock.advance(1_000);
    await keep({ kind: 'ripple', text: 'We ask first', shared: true });
    await withdrawConsent(ctx, aisha, PAIR);
    for (const closed of [false, true]) {
      if (closed) await endPair(ctx, clara, PAIR);
      expect(await mine(clara)).toEqual(['We ask first', WORDS.text]);
      expect(await mine(aisha)).toEqual([]);
      await expect(keep({ text: 'Late' })).rejects.toMatchObject({ name: 'Refusal' });
    }
  });

  it('counts for figures as a shared ripple, without words, until it is private again or gone', async () => {
    const { learning } = (await keep({ kind: 'ripple', text: 'We ask first' })).learning;
    expect(await measures()).toEqual([]);
    await change(learning, { kind: 'ripple', shared: true });
    expect(await measures()).toEqual([{ kind: 'ripple', role: 'executive', month: '2026-11' }]);
    await change(learning, { kind: 'ripple', shared: false }, '2');
    expect(await measures()).toEqual([]);
    await change(learning, { kind: 'ripple', shared: true }, '3');
    expect(await measures()).toHaveLength(1);
    await removeLearning(world.ctx, world.clara, PAIR, learning);
    expect(await measures()).toEqual([]);
  });

  it('counts in the month in which it was shared, and stays there', async () => {
    const { learning } = (await keep({ kind: 'ripple' })).learning;
    world.ctx.clock.set('2027-01-11T09:00:00.000Z');
    await change(learning, { kind: 'ripple', shared: true });
    const january = [{ kind: 'ripple', role: 'executive', month: '2027-01' }];
    expect(await measures()).toEqual(january);
    world.ctx.clock.set('2027-02-11T09:00:00.000Z');
    await change(learning, { kind: 'ripple', text: 'In other words', shared: true }, '2');
    expect(await measures()).toEqual(january);
  });

  it('that is kept apart from figures leaves no pointer either', async () => {
    const due = async () => (await world.ctx.tables.list('due', '0')).length;
    const before = await due();
    await keep();
    await keep({ kind: 'ripple', text: 'For me' });
    expect(await due()).toBe(before);
  });
});
