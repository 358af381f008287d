import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { NOTHING_SAID } from '#domain/people/said.ts';
import { PAIR, type PairWorld, PILOT, rowsOf } from '#tests/bot/pairWorld.ts';
import { aPairIn, cohortText, memberIn, pairIn, told } from '#tests/bot/usecases/pairs/partings.ts';
import { lookAtLines } from '#usecases/life/lines.ts';
import { endPair } from '#usecases/pairs/ending.ts';
import { Partition } from '#usecases/story/partition.ts';

let world: PairWorld;
beforeEach(async () => {
  world = await aPairIn();
});

/** As the latest import says it. */
async function reportsTo(person: PersonId, manager: PersonId | ''): Promise<void> {
  const own = await Partition.open(world.ctx, 'people', person);
  const at = toInstant(world.ctx.clock.now());
  own.put('said', PILOT, { ...NOTHING_SAID, name: 'As imported', manager, by: world.diego, at, source: 'i' });
  await own.commit();
}
const look = async () => {
  await lookAtLines(world.ctx, PILOT);
  world.ctx.clock.advance(5 * 60_000);
  await world.settle();
};

describe('a pair that has come into one reporting line', () => {
  it.each([
    ['the mentor below the executive', (w: PairWorld) => [w.aisha, w.clara]],
    ['the executive below the mentor', (w: PairWorld) => [w.clara, w.aisha]],
  ])('is told so once, both alike, and goes on: %s', async (_, who) => {
    const [below, above] = who(world) as [PersonId, PersonId];
    await reportsTo(below, above);
    await look();
    await look();
    expect(told(world, 'oneLine').sort()).toEqual([world.clara, world.aisha].sort());
    expect((await pairIn(world))?.state).toBe('active');
    expect(JSON.stringify(world.sent)).not.toMatch(/below|above/);
  });

  it('is found at any distance, also over somebody who takes no part', async () => {
    await reportsTo(world.aisha, world.diego);
    await reportsTo(world.diego, world.clara);
    await look();
    expect(told(world, 'oneLine')).toHaveLength(2);
  });

  it('is found by the daily look, whoever said it', async () => {
    await reportsTo(world.aisha, world.clara);
    await world.until('2026-11-26T18:00:00.000Z');
    expect(told(world, 'oneLine')).toHaveLength(2);
  });

  it('is told anew only once they were apart in between', async () => {
    await reportsTo(world.aisha, world.clara);
    await look();
    await reportsTo(world.aisha, world.diego);
    await look();
    expect((await pairIn(world))?.oneLineSince).toBeUndefined();
    await reportsTo(world.aisha, world.clara);
    await look();
    expect(told(world, 'oneLine')).toHaveLength(4);
  });

  it('is told nothing where it has ended, or nobody stands above the other', async () => {
    await look();
    expect(told(world, 'oneLine')).toEqual([]);
    await reportsTo(world.aisha, world.clara);
    await endPair(world.ctx, world.clara, PAIR);
    await look();
    expect(told(world, 'oneLine')).toEqual([]);
  });

  it('shows the champion nothing of it', async () => {
    const before = await cohortText(world);
    await reportsTo(world.aisha, world.clara);
    await look();
    expect(await cohortText(world)).toBe(before);
  });

  it('is told all three where there are three, whichever two it is', async () => {
    const rows = await rowsOf(world);
    const pair = rows.find('pair')?.value;
    if (!pair) throw new Error('there is no pair');
    const diego = { ...pair.members[1], person: world.diego, name: 'Diego Muestra' };
    rows.put('pair', '', { ...pair, members: [...pair.members, diego] } as never);
    await rows.commit();
    await reportsTo(world.diego, world.clara);
    await look();
    expect(told(world, 'oneLine').sort()).toEqual([world.clara, world.aisha, world.diego].sort());
  });

  it('offers both somebody new once they end it', async () => {
    await reportsTo(world.aisha, world.clara);
    await look();
    await endPair(world.ctx, world.aisha, PAIR);
    await world.settle();
    const ended = world.sent.filter(({ view }) => view.kind === 'pairEnded').map(({ view }) => view);
    expect(ended).toHaveLength(2);
    for (const view of ended) expect(view).toMatchObject({ mayHaveNew: true, gone: '' });
    expect((await memberIn(world, asId(world.aisha)))?.state).toBe('joined');
  });
});
