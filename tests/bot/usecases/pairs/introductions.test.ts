import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PairId } from '#domain/basics/ids.ts';
import { aPairWorld, introduceThem, PAIR, type PairWorld, PILOT, words } from '#tests/bot/pairWorld.ts';
import { listPairCards } from '#usecases/pairs/cards.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { getPair } from '#usecases/pairs/pairSpace.ts';
import { projectPair } from '#usecases/pairs/pairs.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aPairWorld();
});

const cohortState = async () =>
  (await world.ctx.tables.find('cohorts', PILOT, `pair_${PAIR}`))?.value as { state: string } | undefined;
const slots = async (person: string) =>
  (await world.ctx.tables.list('people', person, { from: 'slot_', to: 'slot`' })).map(({ value }) => value);
const kindsSent = () => world.sent.map(({ to, view }) => `${view.kind} to ${nameOf(to)}`).sort();
const nameOf = (person: string) => (person === world.clara ? 'Clara' : 'Aisha');

describe('an introduction', () => {
  it('reaches both with reasons, takes a place of each and shows on both home screens', async () => {
    expect(await introduceThem(world)).toBe('introduced');
    await world.settle();
    expect(kindsSent()).toEqual(['introduction to Aisha', 'introduction to Clara']);
    expect(world.sentTo(world.clara)[0]?.view).toMatchObject({
      cohortName: 'Finance pilot',
      role: 'executive',
      partners: ['Aisha Specimen'],
      reasons: [{ kind: 'learn', topic: 'generativeAi' }],
      answerBy: '2026-12-01T08:00:00.000Z',
    });
    expect(await slots(world.clara)).toEqual([{ pair: PAIR }]);
    expect((await cohortState())?.state).toBe('introduced');
    const cards = await listPairCards(world.ctx, world.aisha);
    expect(cards).toMatchObject([
      { pair: PAIR, role: 'mentor', state: 'introduced', partners: [{ firstName: 'Clara' }], next: 'answer' },
    ]);
  });

  it('made twice, also at the same moment, is one', async () => {
    await Promise.all([introduceThem(world), introduceThem(world)]);
    await introduceThem(world);
    await world.settle();
    expect(world.sent).toHaveLength(2);
    expect(await slots(world.aisha)).toHaveLength(1);
  });

  it('needs a place of both and gives back what it took', async () => {
    await introduceThem(world);
    const other = asId<PairId>('pair-second');
    const second = { ...world, clara: world.diego };
    expect(await introduceThem(second, other)).toBe('noRoom');
    expect(await slots(world.diego)).toEqual([]);
    expect(await world.ctx.tables.find('people', world.diego, `pair_${other}`)).toBeUndefined();
    expect(await world.ctx.tables.find('pairs', other, 'pair')).toBeUndefined();
  });

  it('becomes a pair with the second yes', async () => {
    await introduceThem(world);
    expect(await answerIntroduction(world.ctx, world.clara, PAIR, 'yes')).toEqual({ state: 'waiting' });
    await world.settle();
    expect(kindsSent()).not.toContain('paired to Aisha');
    expect(await answerIntroduction(world.ctx, world.aisha, PAIR, 'yes')).toEqual({ state: 'paired' });
    await world.settle();
    expect(kindsSent().filter((kind) => kind.startsWith('paired'))).toEqual([
      'paired to Aisha',
      'paired to Clara',
    ]);
    expect((await cohortState())?.state).toBe('paired');
    await world.until('2026-12-24T09:00:00.000Z');
    expect(kindsSent().filter((kind) => kind.startsWith('introductionEnded'))).toEqual([]);
  });

  it('becomes one pair when both say yes at the same moment', async () => {
    await introduceThem(world);
    const answers = await Promise.all([
      answerIntroduction(world.ctx, world.clara, PAIR, 'yes'),
      answerIntroduction(world.ctx, world.aisha, PAIR, 'yes'),
    ]);
    expect(answers.map(({ state }) => state).sort()).toEqual(['paired', 'waiting']);
    await world.settle();
    expect(world.sent.filter(({ view }) => view.kind === 'paired')).toHaveLength(2);
    const told = world.ctx.tables.all('pairs').filter(({ key }) => key.startsWith('outbox'));
    expect(told).toEqual([]);
  });

  it('has one outcome when a yes and a withdrawal cross', async () => {
    await introduceThem(world);
    await answerIntroduction(world.ctx, world.clara, PAIR, 'yes');
    const [withdrawal, yes] = await Promise.allSettled([
      answerIntroduction(world.ctx, world.clara, PAIR, 'notThisTime'),
      answerIntroduction(world.ctx, world.aisha, PAIR, 'yes'),
    ]);
    expect([withdrawal.status, yes.status]).toContain('fulfilled');
    const paired = yes.status === 'fulfilled' && yes.value.state === 'paired';
    expect(withdrawal.status).toBe(paired ? 'rejected' : 'fulfilled');
  });

  it('is nothing at all to anybody else', async () => {
    await introduceThem(world);
    const { ctx, diego } = world;
    await expect(answerIntroduction(ctx, diego, PAIR, 'yes')).rejects.toMatchObject({ kind: 'missing' });
    await expect(getPair(ctx, diego, PAIR, words)).rejects.toMatchObject({ kind: 'missing' });
    await expect(getPair(ctx, diego, asId('no-such-pair'), words)).rejects.toMatchObject({ kind: 'missing' });
    expect(await listPairCards(ctx, diego)).toEqual([]);
  });

  it('frees the places only when both know that it ended', async () => {
    await introduceThem(world);
    await answerIntroduction(world.ctx, world.aisha, PAIR, 'notThisTime');
    await world.until('2026-12-01T08:59:00.000Z');
    expect(await slots(world.aisha)).toHaveLength(1);
    expect((await cohortState())?.state).toBe('introduced');
    await world.until('2026-12-01T09:00:00.000Z');
    expect(await slots(world.aisha)).toEqual([]);
    expect((await cohortState())?.state).toBe('closed');
  });

  it('is projected the same however often and in whatever order', async () => {
    await introduceThem(world);
    await Promise.all([projectPair(world.ctx, PAIR), projectPair(world.ctx, PAIR)]);
    await projectPair(world.ctx, asId('no-such-pair'));
    expect((await cohortState())?.state).toBe('introduced');
  });
});
