import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { PILOT } from '#tests/bot/pairWorld.ts';
import { aSearchWorld, changeProfile, type SearchWorld } from '#tests/bot/searchWorld.ts';
import { addWishes, type NewWish } from '#usecases/matching/wishes.ts';
import { askInTurn, listSearches, startSearch } from '#usecases/searches/searches.ts';

let world: SearchWorld;
beforeEach(async () => {
  world = await aSearchWorld();
  const since = { since: '2026-11-01T09:00:00.000Z' };
  await world.ctx.tables.commit('cohorts', PILOT, [
    { op: 'create', key: `champion_${world.diego}`, value: since },
  ]);
});

const wish = (kind: NewWish['wish'], executive: PersonId, mentor: PersonId) =>
  addWishes(world.ctx, { cohort: PILOT, person: world.diego }, [{ executive, mentor, wish: kind }]);
const listOf = async (executive: PersonId) =>
  (await startSearch(world.ctx, { cohort: PILOT, person: executive })).mentors.map(({ name }) => name);

describe('an executive’s own search keeps what a champion asked for', () => {
  it('never offers whom the champion ruled out', async () => {
    await wish('ban', world.clara, world.aisha);
    expect(await listOf(world.clara)).toEqual(['Bruno', 'Chiara']);
    expect(await listOf(world.henrik)).toContain('Aisha');
  });

  it('asks nobody who was ruled out after the list was made', async () => {
    const { ctx, at, aisha, clara } = world;
    await startSearch(ctx, at);
    await wish('ban', clara, aisha);
    await askInTurn(ctx, at, { first: aisha, others: true });
    await world.settle();
    expect(world.sentTo(aisha)).toEqual([]);
    const [seen] = await listSearches(ctx, clara);
    expect(seen?.mentors.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Aisha left',
      'Bruno asked',
      'Chiara open',
    ]);
  });

  it('leaves a place that is kept for somebody else', async () => {
    await wish('pin', world.henrik, world.aisha);
    expect(await listOf(world.clara)).toEqual(['Bruno', 'Chiara']);
  });

  it('asks nobody whose last place was kept for somebody else after the list was made', async () => {
    const { ctx, at, aisha, henrik } = world;
    await startSearch(ctx, at);
    await wish('pin', henrik, aisha);
    await askInTurn(ctx, at, { first: aisha, others: false });
    await world.settle();
    expect(world.sentTo(aisha)).toEqual([]);
  });

  it('asks a mentor who has another place beside the one that is kept', async () => {
    const { ctx, at, aisha, henrik } = world;
    await changeProfile(world, aisha, { capacity: 2 });
    await wish('pin', henrik, aisha);
    expect(await listOf(world.clara)).toContain('Aisha');
    await askInTurn(ctx, at, { first: aisha, others: false });
    await world.settle();
    expect(world.sentTo(aisha).map(({ view }) => view.kind)).toEqual(['introduction']);
  });

  it('begins with whom the champion would see with this executive', async () => {
    await wish('pin', world.clara, world.chiara);
    expect((await listOf(world.clara))[0]).toBe('Chiara');
  });
});
