import { describe, expect, it } from 'vitest';
import { settleAll } from '#tests/bot/pairWorld.ts';
import { aSearchWorld, type SearchWorld, slotsOf } from '#tests/bot/searchWorld.ts';
import { aDyingProcess, untilDeath } from '#tests/bot/usecases/cohorts/cohortStory.ts';
import { askInTurn, listSearches, startSearch, stopSearch } from '#usecases/searches/searches.ts';

const FIRST_END = '2026-12-01T09:00:00.000Z';
const MOST_WRITES = 60;

const told = ({ sent, clara, aisha, bruno }: SearchWorld) => {
  const nameOf = (person: string) =>
    person === clara ? 'Clara' : person === aisha ? 'Aisha' : person === bruno ? 'Bruno' : 'somebody else';
  return sent.map(({ to, view }) => `${view.kind} to ${nameOf(to)}`).sort();
};

/** Lets a process do `story` and die at each of its writes in turn; another one goes on a minute later. */
async function atEveryWrite(
  prepare: (world: SearchWorld) => Promise<unknown>,
  story: (dying: ReturnType<typeof aDyingProcess>, world: SearchWorld) => Promise<unknown>,
  check: (world: SearchWorld, when: string) => Promise<void>,
): Promise<number> {
  for (let writes = 0; writes < MOST_WRITES; writes++) {
    const world = await aSearchWorld();
    await prepare(world);
    const dying = aDyingProcess(world.ctx, writes);
    await untilDeath(story(dying, world));
    for (let minute = 0; minute < 3; minute++) {
      world.ctx.clock.advance(60_000);
      await world.settle();
    }
    await check(world, `dead at write ${writes}`);
    if (!dying.tables.hasCrashed) return writes;
  }
  throw new Error('it never came to rest');
}

const asked = async (world: SearchWorld) => {
  await startSearch(world.ctx, world.at);
  await askInTurn(world.ctx, world.at, { first: world.aisha, others: true });
  await world.settle();
};

describe('a server that dies', () => {
  it('while somebody chooses: the first is asked once, or nothing was chosen', async () => {
    const writes = await atEveryWrite(
      ({ ctx, at }) => startSearch(ctx, at),
      (dying, { at, aisha }) => askInTurn(dying, at, { first: aisha, others: true }),
      async (world, when) => {
        const [seen] = await listSearches(world.ctx, world.clara);
        const wasChosen = seen?.state === 'asking';
        expect(told(world), when).toEqual(wasChosen ? ['introduction to Aisha'] : []);
        expect(await slotsOf(world, world.clara), when).toEqual(wasChosen ? [seen.pair] : []);
        expect(await slotsOf(world, world.aisha), when).toEqual(wasChosen ? [seen.pair] : []);
      },
    );
    expect(writes).toBeGreaterThan(5);
  });

  it('while the next is asked: each hears once, and every place is right', async () => {
    const writes = await atEveryWrite(
      async (world) => {
        await asked(world);
        await world.until('2026-12-01T08:30:00.000Z');
        world.ctx.clock.set(FIRST_END);
      },
      (dying, { sent }) => settleAll(dying, sent),
      async (world, when) => {
        expect(told(world), when).toEqual([
          'introduction to Aisha',
          'introduction to Bruno',
          'introductionEnded to Aisha',
          'searchNews to Clara',
        ]);
        const [seen] = await listSearches(world.ctx, world.clara);
        expect(await slotsOf(world, world.clara), when).toEqual([seen?.pair]);
        expect(await slotsOf(world, world.bruno), when).toEqual([seen?.pair]);
        expect(await slotsOf(world, world.aisha), when).toEqual([]);
      },
    );
    expect(writes).toBeGreaterThan(10);
  });

  it('while a search is stopped: the introduction is withdrawn, or nothing was stopped', async () => {
    await atEveryWrite(
      asked,
      (dying, { at }) => stopSearch(dying, at),
      async (world, when) => {
        const [seen] = await listSearches(world.ctx, world.clara);
        const pairs = world.ctx.tables.all('pairs').filter(({ key }) => key === 'pair');
        expect(JSON.stringify(pairs).includes('"withdrawn"'), when).toBe(seen?.state === 'over');
        await world.until(FIRST_END);
        expect(told(world).includes('introduction to Bruno'), when).toBe(seen?.state !== 'over');
      },
    );
  });

  it('between choosing and stopping leaves nobody introduced by mistake', async () => {
    await atEveryWrite(
      ({ ctx, at }) => startSearch(ctx, at),
      async (dying, { at, aisha, ctx }) => {
        await untilDeath(askInTurn(dying, at, { first: aisha, others: true }));
        await stopSearch(ctx, at);
      },
      async (world, when) => {
        await world.until(FIRST_END);
        for (const person of [world.clara, world.aisha, world.bruno])
          expect(await slotsOf(world, person), when).toEqual([]);
        expect(told(world), when).not.toContain('introduction to Bruno');
        expect(told(world), when).not.toContain('paired to Clara');
      },
    );
  });
});
