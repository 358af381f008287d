/** `npm start`: Azure, Teams and Turntable on this machine, one address. */
import { join } from 'node:path';
import { buildIfStale } from '#local/process/buildIfStale.ts';
import { isLeavingNow, leaveOnSignal } from '#local/process/leave.ts';
import { type Local, startLocal } from './startLocal.ts';

const DATA_DIR = join(import.meta.dirname, '..', '..', '.local');
const DEFAULT_PORT = 3978;

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

let local: Local | undefined;
leaveOnSignal(async () => {
  say('Stopping.');
  await local?.stop();
});
try {
  await buildIfStale(say);
  say('Starting storage, the local Teams and the app.');
  const port = Number(process.env.PORT || DEFAULT_PORT);
  local = await startLocal({ port, dataDir: DATA_DIR, onNews: say });
  say('Everything is kept in .local; delete that folder to begin anew.');
  say(`Turntable is at ${local.url}`);
} catch (error) {
  if (!isLeavingNow()) {
    say(`Turntable could not start: ${(error as Error).message}`);
    process.exit(1);
  }
}
