import { setTimeout as sleep } from 'node:timers/promises';
import type { Outbox } from '#domain/all/messages.ts';
import type { carryOut } from '#usecases/home/chores.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { TooEarly } from '#usecases/story/notices.ts';
import { findOutbox, postponeOutbox, removeOutbox, renewOutbox } from '#usecases/story/outbox.ts';
import { retrying } from '#usecases/story/partition.ts';
import type { QueueItem, ReceivedItem, Row } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { type Amender, amend } from './amend.ts';
import { broadcast } from './broadcast.ts';
import { deliver, type Progress } from './deliver.ts';
import { Turns } from './turns.ts';

export interface WorkerOptions extends Amender {
  carryOut: typeof carryOut;
  /** How long to rest when there is nothing to do. */
  pollMs: number;
  /** What is not done in this time is shown to somebody else. A minute where nothing is said. */
  hiddenMs?: number;
}

export interface Worker {
  start(): void;
  /** Takes no more and waits for what is under way. */
  stop(): Promise<void>;
  /** Does what lies in the queue now, at most one helping; answers how many items that were. */
  runOnce(): Promise<number>;
}

const HELPING = 16;
const LANES = 2;
const HIDDEN_MS = 60_000;
/** Shards of broadcasts that are worked on at the same time, beside everything else. */
const TURNS_AT_ONCE = 4;
const LONGEST_REST_MS = 30_000;
const DONE: Progress = { kind: 'done' };
/** What is done a while at a time, for many. */
const LASTING: ReadonlySet<Outbox['message']['kind']> = new Set(['broadcast', 'amend']);
/** What rests for no longer waits in the queue, to the second; what rests for longer is pointed to. */
const SHORT_REST_MS = 60_000;

/**
 * Empties the outboxes. The queue only points to them, so a repeat finds nothing. What fails stays and comes back
 * after a minute; after eight times it leaves the queue, and the tick looks again, more and more rarely.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { ctx, pollMs, hiddenMs = HIDDEN_MS } = options;
  const stopping = new AbortController();
  const turns = new Turns(TURNS_AT_ONCE, hiddenMs / 2);
  const all = { ...options, turns, signal: stopping.signal };
  let lanes: Promise<void>[] = [];

  async function receive(): Promise<number> {
    const received = await ctx.queue.receive(HELPING, hiddenMs);
    await Promise.all(received.map((item) => attempt(all, item)));
    return received.length;
  }

  async function lane(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const count = await receive().catch((error) => {
        failures++;
        ctx.log.error({ err: faultOf(error) }, 'the queue does not answer');
      });
      if (count !== undefined) failures = 0;
      if (!count)
        await rest(Math.min(pollMs * 2 ** failures, Math.max(pollMs, LONGEST_REST_MS)), stopping.signal);
    }
  }

  return {
    runOnce: async () => {
      const count = await receive();
      await turns.idle();
      return count;
    },
    start: () => {
      lanes = Array.from({ length: LANES }, lane);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(lanes);
      turns.forget();
      await turns.idle();
    },
  };
}

/** Ends early, without complaint, when the worker stops. */
const rest = (ms: number, signal: AbortSignal): Promise<unknown> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

interface Working extends WorkerOptions {
  turns: Turns;
  signal: AbortSignal;
}

async function attempt(all: Working, received: ReceivedItem): Promise<void> {
  const options = { ...all, ctx: readingOnce(all.ctx) };
  const { ctx, turns } = options;
  const { item, done } = received;
  await unlessItFails(options, received, async () => {
    const row = await findOutbox(ctx.tables, item);
    const work = async () => {
      if (row) await finish(options, item, row);
      await done();
    };
    if (row && LASTING.has(row.value.message.kind)) turns.add(() => unlessItFails(options, received, work));
    else await work();
  });
}

async function unlessItFails(
  { ctx }: Working,
  { item, attempts }: ReceivedItem,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.log.error(
      { err: faultOf(error), ...placeInLog(item), attempts },
      'a message of the outbox failed and will be tried again',
    );
  }
}

/** Whom a concern was given to stands in no log. */
const placeInLog = ({ table, partition, outbox }: QueueItem): object =>
  table === 'concerns' ? { table, outbox } : { table, partition, outbox };

/** Each line may be the last one before a crash: the row goes only when its work is done, the item after it. */
async function finish(options: Working, item: QueueItem, row: Row<Outbox>): Promise<void> {
  const { ctx } = options;
  const progress = await doWork(options, row.value.message);
  if (progress.kind === 'later') await ctx.queue.send(item, progress.afterMs);
  else if (progress.kind === 'postponed') await postponeOutbox(ctx, item, { row, untilMs: progress.untilMs });
  else if (progress.kind === 'onward') await goOn(options, item, row);
  else await removeOutbox(ctx.tables, item, row.etag);
}

/** Somebody else, or we again, goes on at once; whoever does the same beside us leaves it at that. */
async function goOn({ ctx }: Working, item: QueueItem, row: Row<Outbox>): Promise<void> {
  if (await renewOutbox(ctx, item, row)) await ctx.queue.send(item);
}

async function doWork(options: Working, message: Outbox['message']): Promise<Progress> {
  if (message.kind === 'notify') return deliver(options, message);
  if (message.kind === 'broadcast') return broadcast(options, message, options.signal);
  if (message.kind === 'amend') return amend(options, message, options.signal);
  try {
    await retrying(options.ctx, () => options.carryOut(options.ctx, message));
    return DONE;
  } catch (error) {
    if (error instanceof TooEarly) return restUntil(error.untilMs, options.ctx.clock.now());
    throw error;
  }
}

/** A long rest ends a little early, so that its last part is waited for in the queue. */
function restUntil(untilMs: number, nowMs: number): Progress {
  const afterMs = untilMs - nowMs;
  return afterMs <= SHORT_REST_MS
    ? { kind: 'later', afterMs: Math.max(0, afterMs) }
    : { kind: 'postponed', untilMs: untilMs - SHORT_REST_MS };
}
