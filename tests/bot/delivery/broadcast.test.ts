import { describe, expect, test } from 'vitest';
import { createWorker, type WorkerOptions } from '#delivery/worker.ts';
import type { Notice } from '#domain/all/notices.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { aContext, type TestContext } from '#tests/fakes/context.ts';
import { counted } from '#tests/fakes/counting.ts';
import { sendingBy } from '#tests/fakes/messenger.ts';
import { freely } from '#tests/fakes/rate.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery, listDeliveries, stageDeliveries } from '#usecases/story/deliveries.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Away, type SendOutcome } from '#usecases/story/ports.ts';
import { aServer, FakeMessenger, settleDown, welcome } from './delivering.ts';
import { type Death, Killed, mortal } from './mortal.ts';

const JOB = 'announcement_1';
const COHORT = 'a-cohort';
const notice = { kind: 'announcement', cohort: COHORT, announcement: '1' } as unknown as Notice;

const crowd = (count: number): PersonId[] =>
  Array.from({ length: count }, (_, n) => asId<PersonId>(`person-${String(n).padStart(4, '0')}`));

async function aCrowd(ctx: Context, count: number): Promise<PersonId[]> {
  const people = crowd(count);
  for (const person of people) await welcome(ctx, person, { conversationId: `chat of ${person}` });
  return people;
}

/** What the chore of an announcement does. */
async function tellAll(ctx: Context, people: readonly PersonId[]): Promise<void> {
  const shards = await stageDeliveries(ctx, JOB, people);
  const rows = await Partition.openCohort(ctx, COHORT, []);
  for (const shard of shards) rows.tell({ kind: 'broadcast', job: JOB, shard, notice });
  await rows.commit();
}

const statesOf = (deliveries: readonly Delivery[]): Record<string, number> => {
  const states = Object.groupBy(deliveries, ({ state, reason }) => `${state} ${reason}`.trim());
  return Object.fromEntries(Object.entries(states).map(([state, all]) => [state, all?.length ?? 0]));
};
const stateOf = async (ctx: Context, person: PersonId) => {
  const row = await findDelivery(ctx, JOB, person);
  return `${row?.value.state} ${row?.value.reason}`.trim();
};
const outboxOf = (ctx: TestContext) =>
  ctx.tables.all('cohorts').filter(({ key }) => key.startsWith('outbox_'));
const timesEach = (messenger: FakeMessenger): number[] => [
  ...new Set([...Map.groupBy(messenger.reached, ({ to }) => to).values()].map((reached) => reached.length)),
];

describe('a broadcast', () => {
  test('reaches each of five hundred once, with few calls of storage, and leaves nothing behind', async () => {
    const [world, messenger] = [aContext(), new FakeMessenger()];
    const people = await aCrowd(world, 500);
    const { ctx, log } = counted(world);
    await tellAll(ctx, people);
    const { worker } = aServer(ctx, messenger);
    while ((await worker.runOnce()) > 0);
    expect(messenger.reached).toHaveLength(500);
    expect(timesEach(messenger)).toEqual([1]);
    expect(statesOf(await listDeliveries(world, JOB))).toEqual({ sent: 500 });
    expect(outboxOf(world)).toEqual([]);
    expect(world.queue.length).toBe(0);
    expect(log.calls.length / 500).toBeLessThanOrEqual(3);
    expect(world.log.errors).toEqual([]);
  });

  test('that was given up by two at once is no fault', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await tellAll(ctx, await aCrowd(ctx, 1));
    const partition = ctx.tables.all('deliveries')[0]?.partition ?? '';
    for (const { key, etag, value } of await ctx.tables.list('deliveries', partition, {}))
      await ctx.tables.commit('deliveries', partition, [
        { op: 'replace', key, etag, value: { ...value, state: 'reserved' } },
      ]);
    ctx.clock.advance(120_000);
    const outbox = outboxOf(ctx)[0]?.key ?? '';
    await ctx.queue.send({ table: 'cohorts', partition: COHORT, outbox });
    const servers = Array.from({ length: 2 }, () => aServer(ctx, messenger));
    await Promise.all(servers.map(({ worker }) => worker.runOnce()));
    expect(ctx.log.errors).toEqual([]);
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ 'unknown unanswered': 1 });
    expect(messenger.asked).toBe(0);
  });

  test('reaches each once however many workers, and however often the queue says it', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    await tellAll(ctx, await aCrowd(ctx, 200));
    for (const { key } of [...outboxOf(ctx), ...outboxOf(ctx)])
      await ctx.queue.send({ table: 'cohorts', partition: COHORT, outbox: key });
    const servers = Array.from({ length: 4 }, () => aServer(ctx, messenger));
    await Promise.all(servers.map(({ worker }) => worker.runOnce()));
    for (const server of servers) await settleDown(ctx, server);
    expect(messenger.asked).toBe(200);
    expect(timesEach(messenger)).toEqual([1]);
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 200 });
    expect(outboxOf(ctx)).toEqual([]);
  });

  test('says of each why it did not arrive, and notes what Teams said of their chat', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    const [gone, muted, blocked, refused, away] = await aCrowd(ctx, 5);
    const nobody = asId<PersonId>('nobody');
    const rows = await Partition.open(ctx, 'people', muted as PersonId);
    rows.put('settings', '', { locale: 'en', timeZone: 'UTC', newsMuted: true });
    await rows.commit();
    const answers: Record<string, SendOutcome | Error> = {
      [gone as string]: { state: 'failed', reason: 'notInstalled' },
      [blocked as string]: { state: 'failed', reason: 'blocked' },
      [refused as string]: { state: 'failed', reason: 'refused' },
      [away as string]: new Error('socket hang up'),
    };
    await tellAll(ctx, [...crowd(5), nobody]);
    const { worker } = aServer(ctx, messenger, {
      messenger: sendingBy(async (to) => {
        const answer = answers[to.person];
        if (answer instanceof Error) throw answer;
        return answer ?? { state: 'sent', activity: 'a' };
      }),
    });
    while ((await worker.runOnce()) > 0);
    const said = await Promise.all([...crowd(5), nobody].map((person) => stateOf(ctx, person)));
    expect(said).toEqual([
      ...['failed notInstalled', 'skipped muted', 'failed blocked', 'failed refused'],
      ...['unknown unanswered', 'failed notInstalled'],
    ]);
    const channelOf = async (person?: string) =>
      (await ctx.tables.find('people', person ?? '', 'channel'))?.value;
    expect(await channelOf(gone)).toMatchObject({ state: 'uninstalled' });
    expect(await channelOf(blocked)).toMatchObject({ state: 'blocked' });
    expect(await channelOf(refused)).toMatchObject({ state: 'open' });
  });

  test('opens the chat of somebody who had blocked the bot and gets it now', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    const [person] = crowd(1) as [PersonId];
    await welcome(ctx, person, { state: 'blocked' });
    await tellAll(ctx, [person]);
    const { worker } = aServer(ctx, messenger);
    while ((await worker.runOnce()) > 0);
    expect((await ctx.tables.find('people', person, 'channel'))?.value).toMatchObject({ state: 'open' });
  });

  test('waits for the morning of each, by their own clock', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    ctx.clock.set('2026-11-29T22:20:00.000Z');
    const people = await aCrowd(ctx, 40);
    for (const [n, person] of people.entries()) {
      const rows = await Partition.open(ctx, 'people', person);
      const timeZone = n % 2 ? 'Asia/Tokyo' : 'Europe/Zurich';
      rows.put('settings', '', { locale: 'en', timeZone, newsMuted: false });
      await rows.commit();
    }
    await tellAll(ctx, people);
    const server = aServer(ctx, messenger);
    const work = async () => {
      await server.tick.runOnce();
      while ((await server.worker.runOnce()) > 0);
    };
    await work();
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ 'queued quietHours': 40 });
    ctx.clock.set('2026-11-29T23:00:30.000Z');
    await work();
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ 'queued quietHours': 20, sent: 20 });
    ctx.clock.set('2026-11-30T07:00:30.000Z');
    await work();
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 40 });
    expect(outboxOf(ctx)).toEqual([]);
  });

  test('tries again what Teams puts off, tells all workers, and leaves the others alone', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    messenger.answers.push({ state: 'later', afterMs: 7_000, isTooMuch: true });
    await tellAll(ctx, await aCrowd(ctx, 30));
    const slowed: number[] = [];
    const rate = { ...freely, pause: async (ms: number) => void slowed.push(ms) };
    const server = aServer(ctx, messenger, { rate });
    while ((await server.worker.runOnce()) > 0);
    expect(slowed).toEqual([7_000]);
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ 'queued throttled': 1, sent: 29 });
    await settleDown(ctx, server);
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 30 });
    expect(timesEach(messenger)).toEqual([1]);
  });

  test('leaves out nobody because the rows of one cannot be read', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    const people = await aCrowd(ctx, 30);
    await tellAll(ctx, people);
    const composeNotice: WorkerOptions['composeNotice'] = async (_, to) => {
      if (to === people[3]) throw new Error('a row that nobody can read');
      return { kind: 'introductionEnded', cohortName: '', partners: [] };
    };
    const server = aServer(ctx, messenger, { composeNotice });
    while ((await server.worker.runOnce()) > 0);
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ queued: 1, sent: 29 });
    expect(ctx.log.errors[0]?.message).toBe('somebody cannot be told now');
    await settleDown(ctx, aServer(ctx, messenger));
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 30 });
  });

  test('keeps nobody else waiting: what is short is done meanwhile', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    const people = await aCrowd(ctx, 3);
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const rate = { ...freely, takeTogether: async (n: number) => gate.then(() => freely.takeTogether(n)) };
    const done: string[] = [];
    const worker = createWorker({
      ...{ ctx, messenger, rate, pollMs: 1 },
      composeNotice: async () => ({ kind: 'introductionEnded', cohortName: '', partners: [] }),
      carryOut: async () => void done.push('a chore'),
    });
    worker.start();
    await tellAll(ctx, people);
    const rows = await Partition.openCohort(ctx, COHORT, []);
    rows.tell({ kind: 'projectPair', pair: asId('a-pair') });
    await rows.commit();
    await expect.poll(() => done).toEqual(['a chore']);
    expect(messenger.asked).toBe(0);
    open();
    await expect.poll(() => messenger.asked).toBe(3);
    await worker.stop();
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 3 });
  });

  /** Storage that is away once after Teams was asked; what was to be written may be written all the same. */
  function awayOnce(ctx: TestContext, messenger: FakeMessenger, isWritten: boolean): Context['tables'] {
    let left = 1;
    return {
      find: (...of) => ctx.tables.find(...of),
      list: (...of) => ctx.tables.list(...of),
      isReady: async () => true,
      commit: async (table, ...of) => {
        const isAway = table === 'deliveries' && messenger.asked > 0 && left-- > 0;
        if (!isAway || isWritten) {
          const etags = await ctx.tables.commit(table, ...of);
          if (!isAway) return etags;
        }
        throw new Away(new Error('gone'));
      },
    };
  }

  test.each([false, true])(
    'knows what Teams answered also when storage is away then (written: %s)',
    async (isWritten) => {
      const [ctx, messenger] = [aContext(), new FakeMessenger()];
      await tellAll(ctx, await aCrowd(ctx, 2));
      const { worker } = aServer({ ...ctx, tables: awayOnce(ctx, messenger, isWritten) }, messenger);
      while ((await worker.runOnce()) > 0);
      expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 2 });
    },
  );

  test('tries again what Teams puts off, also when the answer of storage to that gets lost', async () => {
    const [ctx, messenger] = [aContext(), new FakeMessenger()];
    messenger.answers.push({ state: 'later', afterMs: 7_000, isTooMuch: true });
    await tellAll(ctx, await aCrowd(ctx, 1));
    const { worker } = aServer({ ...ctx, tables: awayOnce(ctx, messenger, true) }, messenger);
    while ((await worker.runOnce()) > 0);
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ 'queued throttled': 1 });
    await settleDown(ctx, aServer(ctx, messenger));
    expect(statesOf(await listDeliveries(ctx, JOB))).toEqual({ sent: 1 });
  });
});

describe.each(['before', 'after'] as const)('a server killed %s a call of a broadcast', (moment) => {
  const COUNT = 7;
  async function live(ctx: TestContext, messenger: FakeMessenger, death: Death) {
    const process = mortal(ctx, messenger, death);
    try {
      await tellAll(process.ctx, crowd(COUNT));
      const { worker, tick } = aServer(process.ctx, process.messenger);
      for (let step = 0; step < 3; step++) {
        await worker.runOnce();
        ctx.clock.advance(31_000);
        await tick.runOnce();
      }
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return process.life;
  }

  /** Everybody has it once, or nobody knows; answers of how many that is true. */
  async function doubtsIn(ctx: Context, messenger: FakeMessenger, when: string): Promise<number> {
    const deliveries = await listDeliveries(ctx, JOB);
    expect(deliveries.map(({ person }) => person).sort(), when).toEqual(crowd(COUNT));
    for (const { person, state, reason } of deliveries) {
      const times = messenger.reached.filter(({ to }) => to === person).length;
      if (state === 'sent') expect(times, `${when}: ${person}`).toBe(1);
      else expect([times <= 1, state, reason], `${when}: ${person}`).toEqual([true, 'unknown', 'unanswered']);
    }
    return deliveries.filter(({ state }) => state === 'unknown').length;
  }

  test('loses nobody and tells nobody twice, at whichever call', async () => {
    let deaths = 0;
    let unknown = 0;
    for (let at = 0; ; at++) {
      const [ctx, messenger] = [aContext(), new FakeMessenger()];
      await aCrowd(ctx, COUNT);
      messenger.answers.push({ state: 'later', afterMs: 2_000 });
      const { isOver } = await live(ctx, messenger, { at, moment });
      if (!isOver) break;
      deaths++;
      await tellAll(ctx, crowd(COUNT));
      await settleDown(ctx, aServer(ctx, messenger));
      const when = `killed ${moment} call ${at}`;
      unknown += await doubtsIn(ctx, messenger, when);
      expect(outboxOf(ctx), when).toEqual([]);
      expect(ctx.queue.length, when).toBe(0);
      expect(ctx.tables.all('due'), when).toEqual([]);
    }
    expect(deaths).toBeGreaterThan(60);
    expect(unknown).toBeGreaterThan(0);
  });
});
