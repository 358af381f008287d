import { setTimeout as sleep } from 'node:timers/promises';
import { startExporting } from './exporting.ts';
import { watchRequests } from './requests.ts';
import { WatchedQueue, WatchedTables } from './storage.ts';
import { Tally } from './tally.ts';
import { Telling, traceInLog } from './telling.ts';
import type { Insights, Watch } from './watch.ts';
import { watchDue, watchJob, watchMessenger, watchTurn } from './work.ts';

/** How long a stop waits for what is left to be taken; the rest is dropped. */
const LAST_MS = 2_000;

/** Watches the server for Application Insights, by the words of `told.ts` alone. */
export function watchFor(insights: Insights): Watch {
  const exporting = startExporting(insights);
  const telling = new Telling(exporting.tracer, exporting.meter);
  const tally = new Tally((deed, count) => telling.count('deeds', { deed }, count));
  return {
    tables: (tables) => new WatchedTables(tables, telling, (deed) => tally.note(deed)),
    queue: (queue) => new WatchedQueue(queue, telling),
    messenger: (messenger) => watchMessenger(telling, messenger),
    due: (kinds) => watchDue(telling, kinds),
    chores:
      (carryOut) =>
      (...about) =>
        watchJob(telling, about[1].kind, () => carryOut(...about)),
    turn: (kind, run) => watchTurn(telling, kind, run),
    requests: (server) => watchRequests(server, telling),
    dueLate: (ms) => telling.stands('dueLateS', Math.round(ms / 1_000), {}),
    inLog: traceInLog,
    stop: async () => {
      tally.stop();
      await Promise.race([exporting.stop(), sleep(LAST_MS, undefined, { ref: false })]);
    },
  };
}
