/** A worker in a process of its own: `node worker.ts {…}`. Says `ready`, begins at a line, works until it is ended. */
import { createRate } from '#delivery/rate.ts';
import { createWorker } from '#delivery/worker.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { createTeamsEdge } from '#teams/createTeamsEdge.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import { wordsFor } from '#words/words.ts';
import { credentialsWith } from '../house/connector.ts';
import type { WorkerAsked } from './workers.ts';

const silent = () => undefined;

export function contextOf({ connectionString, name, aheadMs = 0 }: WorkerAsked): Context {
  const tables = new AzureTables({ connectionString }, name);
  const clock = { now: () => Date.now() + aheadMs };
  const log = { info: silent, warn: silent, error: silent };
  return {
    ...{ tables, scan: tables, queue: new AzureQueue({ connectionString }, name), clock, log },
    ids: { next: (noun) => `${noun}-${crypto.randomUUID()}` },
    due: new Due(tables, clock),
    changes: new Changes({ tables, clock, log }),
    keptDays: 365,
    pseudonymKey: 'a key for tests',
  };
}

export function workerOf(ctx: Context, { serviceUrl, bot, own, perSecond, hiddenMs }: WorkerAsked) {
  const { messenger } = createTeamsEdge({
    ...{ ctx, wordsFor, log: ctx.log, credentials: credentialsWith(own) },
    config: {
      ...{ teamsAppId: '44444444-4444-4444-8444-444444444444', publicUrl: 'https://turntable.example' },
      ...{ serviceUrls: [serviceUrl], bot },
    },
  });
  const rate = createRate({ tables: ctx.tables, ...(perSecond && { perSecond }) });
  const beside = { composeNotice, carryOut, pollMs: 25, ...(hiddenMs && { hiddenMs }) };
  return createWorker({ ctx, messenger, rate, ...beside });
}

if (process.argv[1] === import.meta.filename) {
  const asked = JSON.parse(process.argv[2] ?? '{}') as WorkerAsked;
  const worker = workerOf(contextOf(asked), asked);
  process.stdin.once('data', () => worker.start()).on('end', () => process.exit());
  process.stdout.write('ready\n');
}
