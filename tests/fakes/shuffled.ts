import { seeded } from '#tests/bench/random.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Tables } from '#usecases/story/ports.ts';

/** Storage that answers in an order of its own: the request, the worker and the tick overlap in every way. */
export function shuffled(ctx: Context, seed: number): Context {
  const random = seeded(seed);
  // Mostly at once, now and then so late that others get through whole steps.
  const wait = async () => {
    for (let turns = random.below(8) === 0 ? random.below(400) : 0; turns > 0; turns--)
      await Promise.resolve();
  };
  const late = async <T>(work: () => Promise<T>): Promise<T> => {
    await wait();
    const done = await work();
    await wait();
    return done;
  };
  const tables: Tables = {
    isReady: () => ctx.tables.isReady(),
    find: (...asked) => late(() => ctx.tables.find(...asked)),
    list: (...asked) => late(() => ctx.tables.list(...asked)),
    commit: (...asked) => late(() => ctx.tables.commit(...asked)),
  };
  return { ...ctx, tables };
}
