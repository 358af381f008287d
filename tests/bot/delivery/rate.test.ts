import { expect, test } from 'vitest';
import { NotNow } from '#delivery/budget.ts';
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
  expect(sentAt.at(-1)).toBeLessThanOrEqual(6_000 * 1.02);
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

const sentIn = (times: readonly number[], fromMs: number, toMs: number): number =>
  times.filter((at) => at >= fromMs && at < toMs).length;

/** Workers that send a broadcast as fast as they may; answers when each was sent. */
function aBroadcast(rates: readonly ReturnType<typeof createRate>[], each: number, nowMs: () => number) {
  const sentAt: number[] = [];
  const sending = rates.map(async (rate) => {
    for (let left = each; left > 0; left -= rate.together) {
      const slots = await rate.takeTogether(Math.min(left, rate.together));
      for (const slot of slots) void slot().then(() => sentAt.push(nowMs()));
    }
  });
  return { sentAt, sending: Promise.all(sending) };
}

test('broadcasts of four workers fill the budget, and what else is said waits less than a second', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const rates = Array.from({ length: 4 }, () => createRate({ tables, nowMs: time.nowMs, sleep: time.sleep }));
  const { sentAt, sending } = aBroadcast(rates, 100, time.nowMs);
  const waited: number[] = [];
  void time.sleep(2_000).then(async () => {
    const asked = time.nowMs();
    await Promise.all(Array.from({ length: 5 }, () => rates[0]?.take()));
    waited.push(time.nowMs() - asked);
  });
  await time.pass();
  await sending;
  sentAt.sort((a, b) => a - b);
  expect(sentAt).toHaveLength(400);
  for (const at of sentAt) expect(sentIn(sentAt, at, at + 1_000)).toBeLessThanOrEqual(50);
  expect((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)).toBeLessThanOrEqual(8_000 * 1.03);
  expect(waited[0]).toBeLessThan(1_000);
});

test('when Teams has enough nobody sends for as long as it asks, then all as before', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const rates = Array.from({ length: 2 }, () => createRate({ tables, nowMs: time.nowMs, sleep: time.sleep }));
  const begin = time.nowMs();
  await rates[0]?.pause(4_000);
  await rates[1]?.pause(3_000);
  const { sentAt, sending } = aBroadcast(rates, 100, () => time.nowMs() - begin);
  await time.pass();
  await sending;
  expect(sentIn(sentAt, 0, 4_000)).toBe(0);
  expect(sentIn(sentAt, 4_000, 6_000)).toBeGreaterThanOrEqual(95);
});

test('nobody is kept waiting through a long pause', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const rate = createRate({ tables, nowMs: time.nowMs, sleep: time.sleep });
  await rate.pause(600_000);
  for (const asked of [rate.take(), rate.takeTogether(3)])
    await expect(asked).rejects.toMatchObject({ afterMs: 600_000 });
  await expect(rate.take()).rejects.toThrow(NotNow);
  time.clock.advance(600_000);
  const taken = rate.take();
  await time.pass();
  await taken;
});

test('what is answered in a chat counts', async () => {
  const [time, tables] = [aTimeline(), new MemoryTables()];
  const rate = createRate({ tables, nowMs: time.nowMs, sleep: time.sleep });
  for (let n = 0; n < 50; n++) rate.note();
  const asked = time.nowMs();
  const taken = rate.take();
  await time.pass();
  await taken;
  expect(time.nowMs() - asked).toBeGreaterThanOrEqual(1_000);
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
