import { expect, test } from 'vitest';
import { createRate } from '#delivery/rate.ts';
import { MovableClock } from '#tests/fakes/clock.ts';
import { MemoryTables } from '#tests/fakes/tables.ts';

/** Time that stands still while code runs and jumps to the next sleeper when all wait. */
function aTimeline() {
  const clock = new MovableClock();
  const sleepers: { at: number; wake(): void }[] = [];
  const sleep = (ms: number) =>
    new Promise<void>((wake) => sleepers.push({ at: clock.now() + ms, wake: () => wake() }));
  const pass = async () => {
    for (let idle = 0; idle < 20; idle++) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = sleepers.sort((a, b) => a.at - b.at).shift();
      if (!next) continue;
      idle = 0;
      clock.advance(next.at - clock.now());
      next.wake();
    }
  };
  return { clock, sleep, pass, nowMs: () => clock.now() };
}

test('three workers together send at most fifty in any second, and hardly less', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const begin = time.nowMs();
  const sentAt: number[] = [];
  const rates = Array.from({ length: 3 }, () => createRate({ tables, nowMs: time.nowMs, sleep: time.sleep }));
  const all = rates.map((rate) =>
    Promise.all(Array.from({ length: 100 }, () => rate.take().then(() => sentAt.push(time.nowMs() - begin)))),
  );
  await time.pass();
  await Promise.all(all);
  sentAt.sort((a, b) => a - b);
  expect(sentAt).toHaveLength(300);
  sentAt.forEach((at, n) => {
    const inOneSecond = sentAt.slice(n).filter((other) => other < at + 1_000).length;
    expect(inOneSecond).toBeLessThanOrEqual(50);
  });
  expect(sentAt.at(-1)).toBeLessThanOrEqual(6_000);
});

test('a budget unused for long is not saved up', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const rate = createRate({ tables, nowMs: time.nowMs, sleep: time.sleep });
  const first = rate.take();
  await time.pass();
  await first;
  time.clock.advance(3_600_000);
  const begin = time.nowMs();
  const takes = Promise.all(Array.from({ length: 100 }, () => rate.take()));
  await time.pass();
  await takes;
  expect(time.nowMs() - begin).toBeGreaterThanOrEqual(1_900);
});

test('a budget written by a clock that is far ahead is not believed', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const until = time.nowMs() + 86_400_000;
  await tables.commit('lookups', 'budget', [{ op: 'create', key: 'sends', value: { until } }]);
  const take = createRate({ tables, nowMs: time.nowMs, sleep: time.sleep }).take();
  await time.pass();
  await take;
  expect(time.nowMs()).toBeLessThan(until);
});

test('a store that fails fails the send, not the worker', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  tables.find = async () => {
    throw new Error('no store');
  };
  const rate = createRate({ tables, nowMs: time.nowMs, sleep: time.sleep });
  await expect(rate.take()).rejects.toThrow('no store');
  await expect(rate.take()).rejects.toThrow('no store');
});
