import { describe, expect, test, vi } from 'vitest';
import { Lease } from '#delivery/lease.ts';
import { createTick, type TickOptions } from '#delivery/tick.ts';
import { aContext } from '#tests/fakes/context.ts';
import { MemoryTables } from '#tests/fakes/tables.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { aServer, change, FakeMessenger, introduced, MIA, welcome } from './delivering.ts';

/** Work that is looked at by `look`, with the ids it is about. */
const looks = (noun: string, look: (about: Record<string, string>) => unknown) =>
  dueKind<Record<string, string>>(noun, async (_ctx, about) => void (await look(about)));
const PAIR = { noun: 'introduction' };
const aTick = (over: Partial<TickOptions> & Pick<TickOptions, 'ctx'>) =>
  createTick({ due: [looks('introduction', () => undefined)], ...over });
const MINUTE_MS = 60_000;

describe('the tick', () => {
  test('does what is due and leaves the rest for its time', async () => {
    const ctx = aContext();
    const [endIfDue, askFeedbackIfDue] = [vi.fn(), vi.fn()];
    await ctx.due.point(ctx.clock.now() + MINUTE_MS, PAIR, { pair: 'p' });
    await ctx.due.point(ctx.clock.now(), { noun: 'feedback' }, { pair: 'p', occurrence: 'o' });
    const tick = aTick({ ctx, due: [looks('introduction', endIfDue), looks('feedback', askFeedbackIfDue)] });
    expect(await tick.runOnce()).toBe(1);
    expect(askFeedbackIfDue.mock.calls).toEqual([[{ pair: 'p', occurrence: 'o' }]]);
    expect(endIfDue).not.toHaveBeenCalled();
    ctx.clock.advance(MINUTE_MS);
    expect(await tick.runOnce()).toBe(1);
    expect(endIfDue.mock.calls).toEqual([[{ pair: 'p' }]]);
    expect(await tick.runOnce()).toBe(0);
    expect(ctx.tables.all('due')).toEqual([]);
  });

  test('does more than a page, and what fails does not stand in the way', async () => {
    const ctx = aContext();
    for (let n = 0; n < 250; n++) {
      await ctx.due.point(ctx.clock.now(), PAIR, { pair: `pair-${n}` });
    }
    const endIfDue = vi.fn(async ({ pair = '' }: Record<string, string>) => {
      if (pair < 'pair-2') throw new Error('broken');
    });
    const tick = aTick({ ctx, due: [looks('introduction', endIfDue)] });
    expect(await tick.runOnce()).toBe(250);
    expect(ctx.log.errors.length).toBeGreaterThan(100);
    const failed = ctx.tables.all('due').length;
    expect(failed).toBe(ctx.log.errors.length);
    expect(await tick.runOnce()).toBe(0);
    ctx.clock.advance(5 * MINUTE_MS);
    expect(await tick.runOnce()).toBe(failed);
  });

  test('sends what a crash left in the outbox to the queue again', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    vi.spyOn(ctx.queue, 'send').mockRejectedValueOnce(new Error('killed'));
    await expect(change(ctx, introduced(MIA))).rejects.toThrow('killed');
    expect(ctx.queue.length).toBe(0);
    const { tick, worker } = aServer(ctx, messenger);
    await tick.runOnce();
    expect(ctx.queue.length).toBe(0);
    ctx.clock.advance(31_000);
    await tick.runOnce();
    await worker.runOnce();
    expect(messenger.reached).toHaveLength(1);
  });

  test('leaves the work to whoever holds the lease', async () => {
    const ctx = aContext();
    await ctx.due.point(ctx.clock.now(), PAIR, { pair: 'p' });
    const other = new Lease({
      tables: ctx.tables,
      name: 'tick',
      holder: 'another server',
      lastsMs: MINUTE_MS,
    });
    await other.take();
    const tick = aTick({ ctx, instance: 'this server' });
    expect(await tick.runOnce()).toBe(0);
    await other.release();
    expect(await tick.runOnce()).toBe(1);
  });

  test('starts at once, repeats, survives a failure and stops', async () => {
    const ctx = aContext();
    const endIfDue = vi.fn();
    vi.spyOn(ctx.due, 'list').mockRejectedValueOnce(new Error('no store'));
    await ctx.due.point(ctx.clock.now(), PAIR, { pair: 'p' });
    const tick = aTick({ ctx, due: [looks('introduction', endIfDue)] });
    tick.start(5);
    await vi.waitFor(() => expect(endIfDue).toHaveBeenCalledTimes(1));
    expect(ctx.log.errors).toHaveLength(1);
    await tick.stop();
    await ctx.due.point(ctx.clock.now(), PAIR, { pair: 'q' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(endIfDue).toHaveBeenCalledTimes(1);
  });
});

describe('a lease', () => {
  const tables = new MemoryTables();
  let now = 1_000_000;
  const lease = (holder: string, name: string) =>
    new Lease({ tables, name, holder, lastsMs: MINUTE_MS, nowMs: () => now });

  test('is held by one of two who want it at once', async () => {
    const taken = await Promise.all(['a', 'b', 'c'].map((holder) => lease(holder, 'race').take()));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('is prolonged by its holder and taken over when its time is over', async () => {
    const [a, b] = [lease('a', 'time'), lease('b', 'time')];
    expect(await a.take()).toBe(true);
    now += MINUTE_MS - 1;
    expect(await b.take()).toBe(false);
    expect(await a.take()).toBe(true);
    now += 2;
    expect(await b.take()).toBe(false);
    now += MINUTE_MS;
    expect(await b.take()).toBe(true);
    await a.release();
    expect(await a.take()).toBe(false);
  });

  test('is the same holder’s after a restart', async () => {
    expect(await lease('a', 'restart').take()).toBe(true);
    expect(await lease('a', 'restart').take()).toBe(true);
  });
});
