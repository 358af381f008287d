import { hostname } from 'node:os';
import type { Context } from '#usecases/story/context.ts';
import type { DuePointer, DueWork } from '#usecases/story/due.ts';
import type { DueKind } from '#usecases/story/dueKind.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { retrying } from '#usecases/story/partition.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { Lease } from './lease.ts';
import { outboxDue } from './outboxCheck.ts';

export interface TickOptions {
  ctx: Context;
  /** What falls due, beside the outboxes, which are the tick's own. */
  due: readonly DueKind<Record<string, string>>[];
  /** Names this installation of the server; the same after a restart. Default: the name of the machine. */
  instance?: string;
  /** Hears for how many milliseconds the oldest of what is due has waited; 0 where nothing is. */
  onLate?: ((ms: number) => void) | undefined;
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
      options.onLate?.(pointers[0] ? ctx.clock.now() - Date.parse(pointers[0].at) : 0);
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
    await doWork(options, work);
  } catch (error) {
    ctx.log.error({ err: faultOf(error), ...work }, 'due work failed and will be tried again');
    await ctx.due.pointAgain(ctx.clock.now() + FAILED_MS, work);
  }
  for (const pointer of group) await ctx.due.remove(pointer);
}

async function doWork(options: TickOptions, { noun, ...about }: DueWork): Promise<void> {
  const ctx = readingOnce(options.ctx);
  const kinds: DueKind<Record<string, string>>[] = [outboxDue, ...options.due];
  const kind = kinds.find((one) => one.noun === noun);
  if (!kind) throw new Error(`nobody looks at work of the kind ${noun}`);
  await retrying(ctx, () => kind.look(ctx, about));
}
