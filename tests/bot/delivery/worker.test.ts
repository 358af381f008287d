import { describe, expect, test, vi } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';
import { Conflict } from '#usecases/story/ports.ts';
import {
  AISHA,
  announced,
  aServer,
  change,
  FakeMessenger,
  HENRIK,
  introduced,
  MIA,
  settleDown,
  welcome,
} from './delivering.ts';

const JOB = 'introduction_a-pair';
const stateOf = async (ctx: Context, person = MIA, job = JOB) => {
  const delivery = (await findDelivery(ctx, job, person))?.value;
  return delivery && `${delivery.state} ${delivery.reason}`.trim();
};
const outboxOf = (ctx: TestContext) => ctx.tables.all('pairs').filter(({ key }) => key.startsWith('outbox_'));

describe('the worker', () => {
  test('brings each their notice, once, and clears the outbox', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    for (const person of [MIA, HENRIK]) await welcome(ctx, person);
    await change(ctx, introduced(MIA), introduced(HENRIK));
    const { worker } = aServer(ctx, messenger);
    expect(await worker.runOnce()).toBe(2);
    expect(messenger.reached.map(({ to }) => to).sort()).toEqual([HENRIK, MIA]);
    expect((await findDelivery(ctx, JOB, MIA))?.value).toMatchObject({
      state: 'sent',
      attempts: 1,
      job: JOB,
      person: MIA,
    });
    expect(outboxOf(ctx)).toEqual([]);
    expect(await worker.runOnce()).toBe(0);
  });

  test('sends the same job to the same person once, however often it is told', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    await change(ctx, introduced(MIA), introduced(MIA));
    await change(ctx, introduced(MIA));
    await settleDown(ctx, aServer(ctx, messenger));
    expect(messenger.reached).toHaveLength(1);
    expect(outboxOf(ctx)).toEqual([]);
  });

  test('sends once when four workers and the tick meet at one message', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    await change(ctx, introduced(MIA));
    const [outbox] = outboxOf(ctx);
    for (let n = 0; n < 7; n++) {
      await ctx.queue.send({ table: 'pairs', partition: 'a-pair', outbox: outbox?.key ?? '' });
    }
    const servers = Array.from({ length: 4 }, () => aServer(ctx, messenger));
    await Promise.all(servers.map(({ worker }) => worker.runOnce()));
    for (const server of servers) await settleDown(ctx, server);
    expect(messenger.asked).toBe(1);
    expect(await stateOf(ctx)).toBe('sent');
  });

  test('carries out other messages and tries again at once after a lost race', async () => {
    const ctx = aContext();
    const carryOut = vi.fn(async (): Promise<void> => undefined);
    carryOut.mockRejectedValueOnce(new Conflict('a pair'));
    await change(ctx, { kind: 'projectPair', pair: asId('a-pair') });
    const { worker } = aServer(ctx, new FakeMessenger(), { carryOut });
    await worker.runOnce();
    expect(carryOut).toHaveBeenCalledTimes(2);
    expect(carryOut).toHaveBeenCalledWith(expect.anything(), { kind: 'projectPair', pair: asId('a-pair') });
    expect(outboxOf(ctx)).toEqual([]);
    expect(ctx.queue.length).toBe(0);
  });

  test('takes what always fails out of the queue, keeps it in the outbox and looks more and more rarely', async () => {
    const ctx = aContext();
    const carryOut = vi.fn().mockRejectedValue(new Error('broken'));
    await change(ctx, { kind: 'projectPair', pair: asId('a-pair') });
    const server = aServer(ctx, new FakeMessenger(), { carryOut });
    const callsPerHour: number[] = [];
    for (let hour = 0; hour < 12; hour++) {
      const before = carryOut.mock.calls.length;
      for (let minute = 0; minute < 60; minute++) {
        await server.tick.runOnce();
        while ((await server.worker.runOnce()) > 0);
        ctx.clock.advance(60_000);
      }
      callsPerHour.push(carryOut.mock.calls.length - before);
    }
    expect(ctx.queue.poison.length).toBeGreaterThan(5);
    expect(outboxOf(ctx)).toHaveLength(1);
    expect(ctx.log.errors[0]?.message).toContain('tried again');
    expect(callsPerHour.slice(-3)).toEqual([8, 8, 8]);
    expect(ctx.tables.all('due')).toHaveLength(1);

    carryOut.mockResolvedValue(undefined);
    await settleDown(ctx, server);
    await settleDown(ctx, server);
    expect(outboxOf(ctx)).toEqual([]);
  });

  test('starts, works until it is stopped, and leaves nothing half done', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    const { worker } = aServer(ctx, messenger);
    worker.start();
    await change(ctx, introduced(MIA));
    await vi.waitFor(() => expect(messenger.reached).toHaveLength(1));
    await worker.stop();
    expect(await stateOf(ctx)).toBe('sent');
    await change(ctx, introduced(MIA, 'another-pair'));
    expect(ctx.queue.length).toBe(1);
  });

  test('goes on when the queue did not answer for a while', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    await change(ctx, introduced(MIA));
    const receive = vi.spyOn(ctx.queue, 'receive').mockRejectedValueOnce(new Error('no queue'));
    const { worker } = aServer(ctx, messenger);
    worker.start();
    await vi.waitFor(() => expect(messenger.reached).toHaveLength(1));
    await worker.stop();
    receive.mockRestore();
    expect(ctx.log.errors.map(({ message }) => message)).toEqual(['the queue does not answer']);
  });
});

describe('a delivery', () => {
  const deliverTo = async (
    over: Parameters<typeof welcome>[2] | 'nobody',
    ...answers: (SendOutcome | Error)[]
  ) => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    messenger.answers.push(...answers);
    if (over !== 'nobody') await welcome(ctx, MIA, over);
    await change(ctx, introduced(MIA));
    const server = aServer(ctx, messenger);
    await server.worker.runOnce();
    return { ctx, messenger, server };
  };

  test.each([
    ['who never met the bot', 'nobody', 'failed notInstalled'],
    ['who removed the app', { state: 'uninstalled' }, 'failed notInstalled'],
    ['who blocked the bot', { state: 'blocked' }, 'failed blocked'],
    ['for whom the bot is switched off', { state: 'disabled' }, 'failed disabled'],
  ] as const)('is not attempted for somebody %s', async (_, over, expected) => {
    const { ctx, messenger } = await deliverTo(over);
    expect(messenger.asked).toBe(0);
    expect(await stateOf(ctx)).toBe(expected);
    expect(outboxOf(ctx)).toEqual([]);
  });

  test.each([
    ['blocked', 'blocked'],
    ['disabled', 'disabled'],
    ['notInstalled', 'uninstalled'],
    ['refused', 'open'],
  ] as const)('that fails as %s is final and leaves the channel %s', async (reason, state) => {
    const { ctx, messenger } = await deliverTo({}, { state: 'failed', reason });
    expect(await stateOf(ctx)).toBe(`failed ${reason}`);
    expect((await ctx.tables.find('people', MIA, 'channel'))?.value).toMatchObject({ state });
    expect(outboxOf(ctx)).toEqual([]);
    expect(messenger.asked).toBe(1);
  });

  test.each(['blocked', 'disabled', 'uninstalled'] as const)(
    'that a champion sends on purpose is tried although the channel is %s, and opens it when it arrives',
    async (state) => {
      const [ctx, messenger] = [aContext(), new FakeMessenger()];
      await welcome(ctx, MIA, { state });
      await change(ctx, announced(MIA));
      await aServer(ctx, messenger).worker.runOnce();
      expect(messenger.reached).toHaveLength(1);
      expect((await ctx.tables.find('people', MIA, 'channel'))?.value).toMatchObject({ state: 'open' });
    },
  );

  test('skips announcements, and only these, for somebody who muted the news', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    const row = await ctx.tables.find('people', MIA, 'settings');
    const muted = { locale: 'en', timeZone: 'UTC', newsMuted: true };
    await ctx.tables.commit('people', MIA, [
      { op: 'replace', key: 'settings', value: muted, etag: row?.etag ?? '' },
    ]);
    await change(ctx, announced(MIA), introduced(MIA));
    await aServer(ctx, messenger).worker.runOnce();
    expect(await stateOf(ctx, MIA, 'announcement_1')).toBe('skipped muted');
    expect(await stateOf(ctx)).toBe('sent');
  });

  test('skips what is no longer due when it is to be sent', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    await change(ctx, introduced(MIA));
    await aServer(ctx, messenger, { composeNotice: async () => undefined }).worker.runOnce();
    expect(await stateOf(ctx)).toBe('skipped notDue');
    expect(outboxOf(ctx)).toEqual([]);
  });

  test('hands on how the reader reads', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, AISHA);
    await change(ctx, introduced(AISHA));
    await aServer(ctx, messenger).worker.runOnce();
    expect(messenger.reached.map(({ locale }) => locale)).toEqual(['de-CH']);
  });

  test('waits as long as Teams asks, then arrives', async () => {
    const { ctx, messenger, server } = await deliverTo({}, { state: 'later', afterMs: 7_000 });
    expect(await stateOf(ctx)).toBe('queued throttled');
    expect(outboxOf(ctx)).toHaveLength(1);
    ctx.clock.advance(6_900);
    expect(await server.worker.runOnce()).toBe(0);
    ctx.clock.advance(200);
    await server.worker.runOnce();
    expect(messenger.reached).toHaveLength(1);
    expect((await findDelivery(ctx, JOB, MIA))?.value).toMatchObject({
      state: 'sent',
      reason: '',
      attempts: 2,
    });
    expect(outboxOf(ctx)).toEqual([]);
  });

  test('waits longer each time and gives up after twenty times', async () => {
    const later = Array.from({ length: 40 }, (): SendOutcome => ({ state: 'later', afterMs: 10 }));
    const { ctx, messenger, server } = await deliverTo({}, ...later);
    await settleDown(ctx, server);
    await settleDown(ctx, server);
    expect(messenger.asked).toBe(20);
    expect(await stateOf(ctx)).toBe('failed throttled');
    expect(outboxOf(ctx)).toEqual([]);
  });

  test.each<[string, SendOutcome | Error]>([
    ['Teams never answers', { state: 'unknown' }],
    ['the messenger breaks', new Error('socket hang up')],
  ])('is unknown and never repeated when %s', async (_, answer) => {
    const { ctx, messenger, server } = await deliverTo({}, answer);
    expect(await stateOf(ctx)).toBe('unknown unanswered');
    await change(ctx, introduced(MIA));
    await settleDown(ctx, server);
    expect(messenger.asked).toBe(1);
  });

  test('that hangs is left alone for a minute, then unknown, and sent after all when the answer comes', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await welcome(ctx, MIA);
    await change(ctx, introduced(MIA));
    let answer: (outcome: SendOutcome) => void = () => undefined;
    vi.spyOn(messenger, 'send').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const slow = aServer(ctx, messenger).worker.runOnce();
    await vi.waitFor(async () => expect(await stateOf(ctx)).toBe('reserved'));

    const other = aServer(ctx, messenger);
    ctx.clock.advance(40_000);
    await other.tick.runOnce();
    await other.worker.runOnce();
    expect(await stateOf(ctx)).toBe('reserved');
    ctx.clock.advance(40_000);
    await other.worker.runOnce();
    expect(await stateOf(ctx)).toBe('unknown unanswered');
    answer({ state: 'sent', activity: 'late' });
    await slow;
    expect((await findDelivery(ctx, JOB, MIA))?.value).toMatchObject({ state: 'sent', activity: 'late' });
  });
});
