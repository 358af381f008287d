import { expect, it, vi } from 'vitest';
import { anEdgeWorld } from '#tests/bot/edgeWorld.ts';
import { MemoryTables } from '#tests/fakes/tables.ts';
import { type Deed, deedsIn } from '#usecases/home/deeds.ts';

it('reads from what was written what happened, and nothing that somebody keeps to themselves', async () => {
  const happened: Deed[] = [];
  const { commit } = MemoryTables.prototype;
  const written = vi.spyOn(MemoryTables.prototype, 'commit').mockImplementation(async function (
    this: MemoryTables,
    ...asked
  ) {
    const etags = await commit.apply(this, asked);
    happened.push(...deedsIn(asked[0], asked[2]));
    return etags;
  });
  const world = await anEdgeWorld();
  const counts = () =>
    Object.fromEntries([...Map.groupBy(happened, (deed) => deed)].map(([deed, all]) => [deed, all.length]));
  const before = counts();
  const introduced = world.ctx.tables.all('pairs').filter(({ key }) => key === 'pair').length;
  expect(before).toEqual({ joined: 5, introduced, paired: 1, signed: 2, feedbackGiven: 1, announced: 1 });
  await world.ask('clara', `POST /api/pairs/${world.pair}/end`, {});
  expect(counts()).toEqual(before);
  written.mockRestore();
  await world.close();
});

it('counts that a pair has met once, with the first measure of it', () => {
  const value = { kind: 'met', role: 'executive', month: '2026-11' };
  expect(deedsIn('cohorts', [{ op: 'create', key: 'measure_a_b', value }])).toEqual(['met']);
  expect(deedsIn('cohorts', [{ op: 'replace', key: 'measure_a_b', value, etag: '1' }])).toEqual([]);
});
