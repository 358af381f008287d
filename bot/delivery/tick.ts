import { hostname } from 'node:os';
import { asId, type OccurrenceId, type PairId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import type { DuePointer, DueWork } from '#usecases/story/due.ts';
import { retrying } from '#usecases/story/partition.ts';
import { faultOf } from './fault.ts';
import { Lease } from './lease.ts';
import { checkOutbox } from './outboxCheck.ts';

export interface TickOptions {
  ctx: Context;
  endIfDue: (ctx: Context, pair: PairId) => Promise<unknown>;
  askFeedbackIfDue: (ctx: Context, pair: PairId, occurrence: OccurrenceId) => Promise<unknown>;
  /** Names this installation of the server; the same after a restart. Default: the name of the machine. */
  instance?: string;
}

export interface Tick {
  start(everyMs: number): void;
  /** Takes no more and waits for what is under way. */
  stop(): Promise<void>;
  /** Looks at everything that is due now, unless another instance does; answers how many pointers that were. */
  runOnce(): Promise<number>;
}

const LEASE_MS = 60_000;
const PAGE = 100;
const AT_ONCE = 8;
/** When to look again at what failed. */
const FAILED_MS = 5 * 60_000;

/**
 * Reads the pointers whose time has come on the product's clock. Whether there is anything to do is decided from
 * the rows; a pointer goes only when its work is done or a later pointer stands for it, so a crash repeats work
 * and loses none.
 */
export function createTick(options: TickOptions): Tick {
  const { ctx, instance = hostname() } = options;
  const lease = new Lease({ tables: ctx.tables, name: 'tick', holder: instance, lastsMs: LEASE_MS });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  async function runOnce(): Promise<number> {
    let count = 0;
    while (!isStopped && (await lease.take())) {
      const pointers = await ctx.due.list(PAGE);
      await lookAtAll(options, pointers);
      count += pointers.length;
      if (pointers.length < PAGE) {
        await lease.release();
        break;
      }
    }
    return count;
  }

  return {
    runOnce,
    start: (everyMs) => {
      const next = () => {
        running = runOnce()
          .catch((error) => ctx.log.error({ err: faultOf(error) }, 'the tick failed and will be tried again'))
          .finally(() => {
            if (!isStopped) timer = setTimeout(next, everyMs);
          });
      };
      next();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function lookAtAll(options: TickOptions, pointers: DuePointer[]): Promise<void> {
  const groups = [...Map.groupBy(pointers, ({ work }) => Object.values(work).join('_')).values()];
  const lane = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) await lookAt(options, group);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** All pointers of a group point to the same work: it is looked at once. */
async function lookAt(options: TickOptions, group: DuePointer[]): Promise<void> {
  const { ctx } = options;
  const work = group[0]?.work;
  if (!work) return;
  try {
    await retrying(() => doWork(options, work));
  } catch (error) {
    ctx.log.error({ err: faultOf(error), ...work }, 'due work failed and will be tried again');
    await ctx.due.point(ctx.clock.now() + FAILED_MS, work);
  }
  for (const pointer of group) await ctx.due.remove(pointer);
}

async function doWork(options: TickOptions, work: DueWork): Promise<void> {
  const { ctx } = options;
  switch (work.noun) {
    case 'outbox':
      return checkOutbox(ctx, work.table, work.partition);
    case 'introduction':
      await options.endIfDue(ctx, asId(work.pair));
      return;
    case 'feedback':
      await options.askFeedbackIfDue(ctx, asId(work.pair), asId(work.occurrence));
      return;
    default:
      return work satisfies never;
  }
}
