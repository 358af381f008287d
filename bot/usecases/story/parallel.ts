import { setImmediate as nextTurn } from 'node:timers/promises';

/** Runs `work` over all items, at most `limit` at a time; answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  limit = 16,
): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const run = async () => {
    for (let n = next++; n < items.length; n = next++) answers[n] = await work(items[n] as T);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, run));
  return answers;
}

/** The same for work that keeps the thread busy as it begins: others have a turn before each. */
export function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  let last: Promise<unknown> = Promise.resolve();
  return inParallel(items, async (item) => {
    last = last.then(() => nextTurn());
    await last;
    return work(item);
  });
}

/** The same items in order, `size` at a time. */
export const inChunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
