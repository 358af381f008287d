import { describe, expect, test } from 'vitest';
import type { Notify } from '#domain/all/messages.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { announced, aServer, change, FakeMessenger, HENRIK, introduced, MIA, welcome } from './delivering.ts';

const JOB = 'introduction_a-pair';
const SUNDAY = '2026-11-29T06:20:00.000Z';
/** 8 o'clock in Zurich. */
const MONDAY = '2026-11-30T07:00:00.000Z';

async function onSunday(...messages: Parameters<typeof change>[1][]) {
  const [ctx, messenger] = [aContext(), new FakeMessenger()];
  ctx.clock.set(SUNDAY);
  for (const person of [MIA, HENRIK]) await welcome(ctx, person);
  await change(ctx, ...messages);
  const server = aServer(ctx, messenger);
  await work(server);
  return { ctx, messenger, server };
}

async function work(server: ReturnType<typeof aServer>): Promise<void> {
  await server.tick.runOnce();
  while ((await server.worker.runOnce()) > 0);
}

const deliveryOf = async (ctx: TestContext) => (await findDelivery(ctx, JOB, MIA))?.value;

describe('quiet hours', () => {
  test('keep an introduction of Sunday 07:20 for Monday 08:00 of its reader', async () => {
    const { ctx, messenger, server } = await onSunday(introduced(MIA));
    expect(messenger.asked).toBe(0);
    expect(await deliveryOf(ctx)).toMatchObject({ state: 'queued', reason: 'quietHours', at: MONDAY });
    ctx.clock.set('2026-11-30T06:59:00.000Z');
    await work(server);
    expect(messenger.asked).toBe(0);
    ctx.clock.set('2026-11-30T07:00:30.000Z');
    await work(server);
    expect(messenger.reached).toHaveLength(1);
    expect(await deliveryOf(ctx)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('let an answer to an own act through, and what follows a meeting', async () => {
    const answer: Notify = { ...(introduced(MIA) as Notify), answers: true };
    const feedback = { kind: 'feedback', pair: 'a-pair', occurrence: 'o' } as unknown as Notify['notice'];
    const { messenger } = await onSunday(answer, {
      ...{ kind: 'notify', job: 'feedback_a-pair_o', to: HENRIK, notice: feedback },
    });
    expect(messenger.reached.map(({ to }) => to).sort()).toEqual([HENRIK, MIA]);
  });

  test('leave the hour alone at which an introduction ends', async () => {
    const notice = { kind: 'introductionEnded', pair: 'a-pair' } as unknown as Notify['notice'];
    const { messenger } = await onSunday({
      kind: 'notify',
      job: 'introductionEnded_a-pair',
      to: MIA,
      notice,
    });
    expect(messenger.reached).toHaveLength(1);
  });

  test('do not keep back that somebody cannot be reached, or wants no news', async () => {
    const { ctx, server } = await onSunday();
    const channel = await ctx.tables.find('people', MIA, 'channel');
    await ctx.tables.commit('people', MIA, [{ op: 'remove', key: 'channel', etag: channel?.etag ?? '' }]);
    await change(ctx, introduced(MIA));
    await work(server);
    expect(await deliveryOf(ctx)).toMatchObject({ state: 'failed', reason: 'notInstalled' });
  });

  test('ask the rows once more when they are over: what does not hold any more is not said', async () => {
    const { ctx, messenger } = await onSunday(introduced(MIA));
    ctx.clock.set('2026-11-30T07:00:30.000Z');
    await work(aServer(ctx, messenger, { composeNotice: async () => undefined }));
    expect(messenger.asked).toBe(0);
    expect(await deliveryOf(ctx)).toMatchObject({ state: 'skipped', reason: 'notDue' });
  });

  test('cost neither the queue nor the tick anything while a whole cohort waits for Monday', async () => {
    const { ctx, messenger, server } = await onSunday(announced(MIA), announced(HENRIK));
    expect(ctx.queue.length).toBe(0);
    for (let hour = 0; hour < 20; hour++) {
      ctx.clock.advance(3_600_000);
      await work(server);
    }
    expect(ctx.tables.all('due').map(({ key }) => key)).toEqual([expect.stringContaining(MONDAY)]);
    ctx.clock.set('2026-11-30T07:00:30.000Z');
    await work(server);
    expect(messenger.reached).toHaveLength(2);
    expect(ctx.tables.all('pairs').filter(({ key }) => key.startsWith('outbox_'))).toEqual([]);
  });

  test('end at 18:00: what Teams put off until then comes the next morning', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    ctx.clock.set('2026-11-23T16:59:58.000Z');
    await welcome(ctx, MIA);
    await change(ctx, introduced(MIA));
    messenger.answers.push({ state: 'later', afterMs: 5_000 });
    const server = aServer(ctx, messenger);
    await work(server);
    ctx.clock.advance(10_000);
    await work(server);
    expect(messenger.reached).toEqual([]);
    ctx.clock.set('2026-11-24T07:00:30.000Z');
    await work(server);
    expect(messenger.reached).toHaveLength(1);
  });
});
