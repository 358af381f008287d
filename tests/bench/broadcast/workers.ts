import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '#bot/config.ts';
import type { CohortId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import { Away } from '#usecases/story/ports.ts';
import { listRows } from '#usecases/story/rows.ts';

/** What a worker is told. */
export interface WorkerAsked {
  connectionString: string;
  /** Begins the names of its tables, and names its queue. */
  name: string;
  serviceUrl: string;
  bot: Config['bot'];
  own: string;
  /** What Teams allows where nothing is said. */
  perSecond?: number;
  hiddenMs?: number;
  /** Its clock is ahead by so much. */
  aheadMs?: number;
}

export interface WorkerProcess {
  begin(): void;
  /** SIGKILL: nothing is put in order. */
  kill(): Promise<void>;
}

/** Comes back when it is ready to begin. Whatever becomes of whoever started it, it ends with them. */
export async function startWorker(asked: WorkerAsked): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/worker.ts`, JSON.stringify(asked)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => {
      throw new Error('the worker ended before it began');
    }),
  ]);
  return {
    begin: () => void child.stdin.write('begin\n'),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Comes back when nothing lies in the outbox of a cohort any more; an emulator too busy to answer is asked again. */
export async function untilTold(ctx: Context, cohort: CohortId, everyMs = 50): Promise<void> {
  while (await isToTell(ctx, cohort)) await wait(everyMs);
}

async function isToTell(ctx: Context, cohort: CohortId): Promise<boolean> {
  try {
    return (await listRows(ctx, 'cohorts', cohort, 'outbox', { limit: 1 })).length > 0;
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    return true;
  }
}
