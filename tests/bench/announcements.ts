import { setTimeout as wait } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import { asId, type CohortId } from '#domain/basics/ids.ts';
import { sendOff } from '#tests/bot/usecases/announcements/sendOff.ts';
import { counted } from '#tests/fakes/counting.ts';
import { jobOf } from '#usecases/announcements/view.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { listDeliveries } from '#usecases/story/deliveries.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { listRows } from '#usecases/story/rows.ts';
import { aCompany, chatOf, isTrue, personOf, untilWorkMs } from './broadcast/company.ts';
import { killWorkers } from './broadcast/kills.ts';
import { contextOf, workerOf } from './broadcast/worker.ts';
import { startWorker, untilTold, type WorkerAsked } from './broadcast/workers.ts';
import { adapterFor } from './house/bareServer.ts';
import { BareStorage } from './house/bareStorage.ts';
import { inMs, table, x } from './house/compare.ts';
import { type Channel, type Refused, startChannel, TENANT } from './house/connector.ts';
import { startStorage } from './house/storage.ts';
import { sayVerdicts, type Verdict } from './house/verdicts.ts';
import { busy, say } from './measure.ts';

const RECIPIENTS = 10_000;
/** With the cap, and with faults. */
const FEWER = 1_000;
const WITH_FAULTS = 2_000;
const CAP = 50;
const AT_ONCE = 48;
const NEWS = { title: 'We start', text: 'Welcome, everybody. '.repeat(20), audience: 'everyone' as const };
/** The cap is lifted: as if Teams allowed so many a second. */
const LIFTED = 100_000;

/**
 * `npm run bench -- announcements [RECIPIENTS [PART…]]`: an announcement through the local connector, against bare
 * loops; parts are `uncapped`, `capped`, `faults` and `kills`.
 */
export async function benchAnnouncements([size = `${RECIPIENTS}`, ...parts]: string[]): Promise<void> {
  const people = Number(size);
  say(`An announcement to ${people} people (${busy()}).`);
  const azurite = await startStorage();
  const channel = await startChannel();
  const { serviceUrl, bot, own } = channel;
  const { connectionString } = azurite;
  const aheadMs = untilWorkMs(Date.now());
  const asked: WorkerAsked = { connectionString, name: 'news', serviceUrl, bot, own, aheadMs };
  const verdicts: Verdict[] = [];
  try {
    const ctx = contextOf(asked);
    await Promise.all([(ctx.tables as Made).createTables?.(), (ctx.queue as Made).createQueues?.()]);
    const standWith = async (most: number, name: string): Promise<Stand> => {
      const count = Math.min(people, most);
      const at = await aCompany(ctx, { cohort: asId<CohortId>(name), people: count, serviceUrl });
      return { ctx, asked, channel, at, people: count };
    };
    const isAsked = (part: string) => parts.length === 0 || parts.includes(part);
    if (isAsked('uncapped')) verdicts.push(...(await uncapped(await standWith(people, 'large'))));
    if (isAsked('capped')) {
      const stand = await standWith(FEWER, 'fewer');
      for (const workers of [1, 2, 4]) verdicts.push(await capped(stand, workers));
    }
    if (isAsked('faults')) verdicts.push(...(await faulty(await standWith(WITH_FAULTS, 'faulty'))));
    if (isAsked('kills')) verdicts.push(await killed(Math.min(people, WITH_FAULTS)));
    sayVerdicts(verdicts);
  } finally {
    channel.stop();
    await azurite.stop();
  }
  say(`(${busy()})`);
}

interface Made {
  createTables?: () => Promise<void>;
  createQueues?: () => Promise<void>;
}

interface Stand {
  ctx: Context;
  asked: WorkerAsked;
  channel: Channel;
  at: InCohort;
  people: number;
}

async function uncapped({ ctx, asked, channel, at, people }: Stand): Promise<Verdict[]> {
  const { ctx: own, log } = counted(ctx);
  const worker = workerOf(own, { ...asked, perSecond: LIFTED });
  const askedMs = performance.now();
  await sendOff(own, at, { ...NEWS, count: people });
  const answerMs = performance.now() - askedMs;
  const readMs = await timed(() => bareCount(ctx, at));
  const inRequest = log.calls.length;
  const sentBefore = channel.sent;
  const seconds =
    (await timed(async () => {
      worker.start();
      while (channel.sent - sentBefore < people) await wait(20);
      await untilTold(ctx, at.cohort);
    })) / 1000;
  await worker.stop();
  const calls = log.calls.slice();
  // What is sent to the queue is taken out of it again, each with a call.
  const count = calls.length - inRequest + log.count('send');
  const loops = await bareLoops(asked, channel, people);
  const bare = await loops(undefined);
  const storage = new BareStorage(asked, asked.name);
  const same = await loops(() => storage.repeat(calls.slice(inRequest), AT_ONCE));
  const perSecond = (took: number) => people / took;
  table(
    ['uncapped, one process', 'seconds', 'sends a second', 'calls of storage each'],
    [
      ['announcement', seconds.toFixed(1), perSecond(seconds).toFixed(0), (count / people).toFixed(2)],
      ['bare loop', bare.toFixed(1), perSecond(bare).toFixed(0), '0'],
      ['bare loop, same calls of tables', same.toFixed(1), perSecond(same).toFixed(0), '…'],
    ],
  );
  const ratio = same / seconds;
  return [
    {
      ...{
        name: 'Announcing is answered:',
        wanted: '≤ 3 × the bare reads of its members and how each is reached',
      },
      ...{ measured: `${inMs(answerMs)}, ${x(answerMs / readMs)}`, isMet: answerMs <= 3 * readMs },
    },
    {
      ...{ name: 'Sends a second, cap lifted:', wanted: `${10 * CAP} (aim)` },
      ...{ measured: perSecond(seconds).toFixed(0), isMet: perSecond(seconds) >= 10 * CAP },
    },
    {
      ...{ name: 'Against a bare loop with the same calls:', wanted: '≥ 0.60 ×' },
      ...{ measured: x(ratio), isMet: ratio >= 0.6 },
    },
    {
      ...{ name: 'Against the bare loop of sends alone:', wanted: 'printed' },
      ...{ measured: x(bare / seconds), isMet: true },
    },
    {
      ...{ name: 'Calls of storage a delivery, queue included:', wanted: '≤ 5' },
      ...{ measured: (count / people).toFixed(2), isMet: count / people <= 5 },
    },
  ];
}

/** Its members, and the two rows of each that say whether they are reached: what many are counted by. */
async function bareCount(ctx: Context, { cohort }: InCohort): Promise<void> {
  const members = await listRows(ctx, 'cohorts', cohort, 'member');
  await inParallel(
    members.map(({ key }) => key.slice('member_'.length)),
    async (person) => {
      await ctx.tables.find('people', person, 'channel');
      await ctx.tables.find('people', person, 'settings');
    },
    AT_ONCE,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** As botbuilder's documentation sends: one proactive message after the other, so many at once; in seconds. */
async function bareLoops(asked: WorkerAsked, channel: Channel, people: number) {
  const adapter = adapterFor(channel);
  const card = channel.last as Partial<Activity>;
  const referenceOf = (n: number) => ({
    ...{ channelId: 'msteams', serviceUrl: asked.serviceUrl },
    conversation: {
      ...{ id: chatOf(personOf(n)), tenantId: TENANT, conversationType: 'personal' },
      ...{ isGroup: false, name: '' },
    },
    bot: { id: `28:${asked.bot.appId}`, name: '' },
  });
  const sendOne = (n: number) =>
    adapter.continueConversationAsync(asked.bot.appId, referenceOf(n), async (context: TurnContext) => {
      await context.sendActivity({ ...card });
    });
  const sendAll = () => inParallel([...Array(people).keys()], sendOne, AT_ONCE);
  return async (beside: (() => Promise<unknown>) | undefined): Promise<number> =>
    (await timed(() => Promise.all([sendAll(), beside?.()]))) / 1000;
}

/** With the cap: from the first send to the last, over so many processes. */
async function capped({ ctx, asked, channel, at, people }: Stand, count: number): Promise<Verdict> {
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(asked)));
  for (const worker of workers) worker.begin();
  const times: number[] = [];
  channel.hears = () => void times.push(performance.now());
  await sendOff(ctx, at, { ...NEWS, title: `To all, from ${count}`, count: people });
  while (times.length < people) await wait(20);
  await untilTold(ctx, at.cohort);
  channel.hears = undefined;
  await Promise.all(workers.map((worker) => worker.kill()));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  say(`${people} within the cap, ${count} at work: ${seconds.toFixed(1)} s (${busy()})`);
  const ideal = (people - 1) / CAP;
  const busiest = Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length),
  );
  return {
    ...{
      name: `Within the cap, ${count} at work (at most ${busiest} in a second):`,
      wanted: '≤ 1.03 × the ideal',
    },
    ...{ measured: x(seconds / ideal), isMet: seconds / ideal <= 1.03 },
  };
}

/** Two in a hundred are put off, one ends in the dark (half of these arrive), one is blocked. */
async function faulty({ ctx, asked, channel, at, people }: Stand): Promise<Verdict[]> {
  const got = new Map<string, number>();
  let asks = 0;
  channel.hears = (path) => {
    const refused = refusalOf(++asks);
    if (!refused || refused.isTaken) got.set(chatIn(path), (got.get(chatIn(path)) ?? 0) + 1);
    return refused;
  };
  const worker = workerOf(ctx, { ...asked, perSecond: LIFTED });
  const id = await sendOff(ctx, at, { ...NEWS, title: 'In bad weather', count: people });
  const seconds =
    (await timed(async () => {
      worker.start();
      await untilTold(ctx, at.cohort, 500);
    })) / 1000;
  await worker.stop();
  channel.hears = undefined;
  const deliveries = await listDeliveries(ctx, jobOf(id, 1));
  const states = Object.entries(
    Object.groupBy(deliveries, ({ state, reason }) => `${state} ${reason}`.trim()),
  );
  say(
    `${people} with 2 % 429, 1 % 502, 1 % 403: ${seconds.toFixed(0)} s; ` +
      states.map(([state, all]) => `${all?.length} ${state}`).join(', '),
  );
  const told = deliveries.filter((one) => isTrue(one, got.get(chatOf(one.person)) ?? 0)).length;
  const twice = [...got.values()].filter((times) => times > 1).length;
  return [
    {
      ...{ name: 'In bad weather, accounted for as the connector has it:', wanted: `${people}` },
      ...{ measured: `${told}`, isMet: told === people && deliveries.length === people },
    },
    { name: 'In bad weather, told twice:', wanted: '0', measured: `${twice}`, isMet: twice === 0 },
  ];
}

/** Ten workers are killed, and storage goes away and comes back. */
async function killed(people: number): Promise<Verdict> {
  const { deliveries, timesOf } = await killWorkers({ people, kills: 10 });
  const told = deliveries.filter((one) => isTrue(one, timesOf(one))).length;
  const unknown = deliveries.filter(({ state }) => state === 'unknown').length;
  return {
    ...{ name: `Killed ten times, accounted for (${unknown} unknown):`, wanted: `${people}` },
    ...{ measured: `${told}`, isMet: told === people && deliveries.length === people },
  };
}

const chatIn = (path: string): string => decodeURIComponent(path.split('/')[3] ?? '');

function refusalOf(ask: number): (Refused & { isTaken?: boolean }) | undefined {
  if (ask % 50 === 7) return { status: 429, retryAfterS: 1 };
  if (ask % 100 === 31) return { status: 502, isTaken: ask % 200 === 31 };
  if (ask % 100 === 77) return { status: 403, code: 'MessageWritesBlocked' };
  return undefined;
}
