import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel, inTurns } from '#usecases/story/parallel.ts';

const MS = 20;
const EACH = Array.from({ length: 16 }, (_, n) => n);

/** Begins with so much for the processor, then waits for somebody else. */
async function heavy(n: number): Promise<number> {
  const until = performance.now() + MS;
  while (performance.now() < until);
  await sleep(1);
  return n;
}

/** How often others had a turn before all pieces had begun. */
async function turnsOfOthers(all: (items: number[], work: typeof heavy) => Promise<number[]>) {
  let turns = 0;
  let begun = 0;
  const others = setInterval(() => {
    if (begun < EACH.length) turns++;
  }, 1);
  const answers = await all(EACH, (n) => {
    begun++;
    return heavy(n);
  });
  clearInterval(others);
  expect(answers).toEqual(EACH);
  return turns;
}

it('heavy work begins with a turn for others before each piece, and answers in order', async () => {
  expect(await turnsOfOthers((items, work) => inParallel(items, work))).toBeLessThan(3);
  expect(await turnsOfOthers(inTurns)).toBeGreaterThan(10);
});

it('a piece that fails ends the others like any parallel work', async () => {
  const work = async (n: number) => {
    if (n === 3) throw new Error('three');
    return n;
  };
  await expect(inTurns(EACH, work)).rejects.toThrow('three');
});
