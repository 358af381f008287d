import { setTimeout as sleep } from 'node:timers/promises';
import type { Outbox } from '#domain/all/messages.ts';
import type { carryOut } from '#usecases/home/chores.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { findOutbox, postponeOutbox, removeOutbox } from '#usecases/story/outbox.ts';
import { retrying } from '#usecases/story/partition.ts';
import type { QueueItem, ReceivedItem, Row } from '#usecases/story/ports.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { deliver, type Progress, type Sender } from './deliver.ts';

export interface WorkerOptions extends Sender {
  carryOut: typeof carryOut;
  /** How long to rest when there is nothing to do. */
  pollMs: number;
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
/** What is not done in this time is shown to somebody else. */
const HIDDEN_MS = 60_000;
const LONGEST_REST_MS = 30_000;
const DONE: Progress = { kind: 'done' };

/**
 * Empties the outboxes. The queue only points to them, so a repeat finds nothing. What fails stays and comes back
 * after a minute; after eight times it leaves the queue, and the tick looks again, more and more rarely.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { ctx, pollMs } = options;
  const stopping = new AbortController();
  let lanes: Promise<void>[] = [];

  async function runOnce(): Promise<number> {
    const received = await ctx.queue.receive(HELPING, HIDDEN_MS);
    await Promise.all(received.map((item) => attempt(options, item)));
    return received.length;
  }

  async function lane(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const count = await runOnce().catch((error) => {
        failures++;
        ctx.log.error({ err: faultOf(error) }, 'the queue does not answer');
      });
      if (count !== undefined) failures = 0;
      if (!count)
        await rest(Math.min(pollMs * 2 ** failures, Math.max(pollMs, LONGEST_REST_MS)), stopping.signal);
    }
  }

  return {
    runOnce,
    start: () => {
      lanes = Array.from({ length: LANES }, lane);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(lanes);
    },
  };
}

/** Ends early, without complaint, when the worker stops. */
const rest = (ms: number, signal: AbortSignal): Promise<unknown> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

async function attempt(all: WorkerOptions, { item, attempts, done }: ReceivedItem): Promise<void> {
  const options = { ...all, ctx: readingOnce(all.ctx) };
  const { ctx } = options;
  try {
    const row = await findOutbox(ctx.tables, item);
    if (row) await finish(options, item, row);
    await done();
  } catch (error) {
    ctx.log.error(
      { err: faultOf(error), ...item, attempts },
      'a message of the outbox failed and will be tried again',
    );
  }
}

/** Each line may be the last one before a crash: the row goes only when its work is done, the item after it. */
async function finish(options: WorkerOptions, item: QueueItem, row: Row<Outbox>): Promise<void> {
  const { ctx } = options;
  const progress = await doWork(options, row.value.message);
  if (progress.kind === 'later') await ctx.queue.send(item, progress.afterMs);
  else if (progress.kind === 'postponed') await postponeOutbox(ctx, item, { row, untilMs: progress.untilMs });
  else await removeOutbox(ctx.tables, item, row.etag);
}

async function doWork(options: WorkerOptions, message: Outbox['message']): Promise<Progress> {
  if (message.kind === 'notify') return deliver(options, message);
  await retrying(options.ctx, () => options.carryOut(options.ctx, message));
  return DONE;
}
