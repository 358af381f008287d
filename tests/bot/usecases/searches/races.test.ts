import { describe, expect, it } from 'vitest';
import type { Pair } from '#domain/pairs/pair.ts';
import { PILOT } from '#tests/bot/pairWorld.ts';
import { aSearchWorld, changeProfile, type SearchWorld, slotsOf } from '#tests/bot/searchWorld.ts';
import { shuffled } from '#tests/fakes/shuffled.ts';
import { publishRound, runRound } from '#usecases/matching/rounds.ts';
import { askInTurn, startSearch, stopSearch } from '#usecases/searches/searches.ts';
import { advanceSearch } from '#usecases/searches/turns.ts';

const pairsIn = ({ ctx }: SearchWorld): Pair[] =>
  ctx.tables
    .all('pairs')
    .filter(({ key }) => key === 'pair')
    .map(({ value }) => value as Pair);
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
/** When Clara hears that the introduction of Monday is over. */
const FIRST_END = '2026-12-01T09:00:00.000Z';

describe('a search that is taken further by several at once', () => {
  it.each(SEEDS)('asks one mentor and takes one place (order %i)', async (seed) => {
    const world = await aSearchWorld();
    const { at, aisha, bruno, chiara, clara } = world;
    await startSearch(world.ctx, at);
    const ctx = shuffled(world.ctx, seed);
    await Promise.all([
      askInTurn(ctx, at, { first: aisha, others: true }),
      ...[1, 2].map(async () => {
        for (let turns = 0; turns < 12; turns++) {
          await Promise.resolve();
          await advanceSearch(ctx, at).catch(() => undefined);
        }
      }),
    ]);
    await world.settle();
    expect(pairsIn(world)).toHaveLength(1);
    const places = await Promise.all([clara, aisha, bruno, chiara].map((one) => slotsOf(world, one)));
    expect(places.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
  });

  it.each(SEEDS)('asks one more when the first is over (order %i)', async (seed) => {
    const world = await aSearchWorld();
    const { at, aisha } = world;
    await startSearch(world.ctx, at);
    const { mentors } = await askInTurn(world.ctx, at, { first: aisha, others: true });
    await world.settle();
    world.ctx.clock.set(FIRST_END);
    const ctx = shuffled(world.ctx, seed);
    await Promise.all([1, 2, 3].map(() => advanceSearch(ctx, at).catch(() => undefined)));
    await world.settle();
    expect(pairsIn(world)).toHaveLength(2);
    const third = mentors[2]?.person;
    expect(third && (await slotsOf(world, third))).toEqual([]);
  });

  it.each(SEEDS)('passes over who has no room, once (order %i)', async (seed) => {
    const world = await aSearchWorld();
    const { at, aisha, bruno, clara } = world;
    await startSearch(world.ctx, at);
    await changeProfile(world, aisha, { capacity: 0 });
    const ctx = shuffled(world.ctx, seed);
    await Promise.all([
      askInTurn(ctx, at, { first: aisha, others: true }),
      ...[1, 2].map(() => advanceSearch(ctx, at).catch(() => undefined)),
      (async () => {
        for (let turns = 0; turns < 40; turns++) await Promise.resolve();
        await advanceSearch(ctx, at).catch(() => undefined);
      })(),
    ]);
    await world.settle();
    expect(pairsIn(world)).toHaveLength(1);
    expect(await slotsOf(world, clara)).toHaveLength(1);
    expect(await slotsOf(world, bruno)).toHaveLength(1);
  });

  it.each(SEEDS)('leaves nothing behind when it is stopped (order %i)', async (seed) => {
    const world = await aSearchWorld();
    const { at, aisha, bruno, chiara } = world;
    await startSearch(world.ctx, at);
    const ctx = shuffled(world.ctx, seed);
    await Promise.all([
      askInTurn(ctx, at, { first: aisha, others: true }).catch(() => undefined),
      advanceSearch(ctx, at).catch(() => undefined),
      stopSearch(ctx, at).catch(() => undefined),
    ]);
    await stopSearch(world.ctx, at);
    await world.settle();
    for (const pair of pairsIn(world))
      expect(pair.members.map(({ answer }) => answer)).toContain('withdrawn');
    for (const mentor of [bruno, chiara]) expect(await slotsOf(world, mentor)).toEqual([]);
  });
});

describe('a round that is published by several at once', () => {
  it.each(SEEDS)('says of everybody introduced that they are (order %i)', async (seed) => {
    const world = await aSearchWorld();
    const since = { since: '2026-11-01T09:00:00.000Z' };
    await world.ctx.tables.commit('cohorts', PILOT, [
      { op: 'create', key: `champion_${world.diego}`, value: since },
    ]);
    const noor = { cohort: PILOT, person: world.diego };
    await runRound(world.ctx, noor);
    const ctx = shuffled(world.ctx, seed);
    await Promise.all([1, 2, 3].map(() => publishRound(ctx, noor, 1).catch(() => undefined)));
    await publishRound(world.ctx, noor, 1);
    await world.settle();
    const members = pairsIn(world).flatMap((pair) => pair.members.map(({ person }) => person));
    expect(members).toHaveLength(4);
    const leftOut = world.sent.filter(({ view }) => view.kind === 'leftOut').map(({ to }) => to);
    expect(leftOut.filter((person) => members.includes(person))).toEqual([]);
    const proposals = world.ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('proposal_'));
    for (const { value } of proposals) expect(value).toMatchObject({ state: 'introduced' });
  });
});
