/** `npm run playground`: Microsoft's Agents Playground against the bot. */
import { join } from 'node:path';
import { leaveOnSignal } from '#local/process/leave.ts';
import { type Playground, startPlayground } from './startPlayground.ts';

const DIR = join(import.meta.dirname, '..', '..', '.local', 'playground');
const DEFAULT_PORT = 56_150;

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

let playground: Playground | undefined;
leaveOnSignal(async () => playground?.stop());
try {
  say('Starting storage, the app and the Agents Playground.');
  playground = await startPlayground({
    dir: DIR,
    port: DEFAULT_PORT,
    isHeadless: process.argv.includes('--headless'),
    onNews: say,
  });
  say(`The Agents Playground is at ${playground.url}; you type there as Clara.`);
  say(
    `To be invited, open ${playground.local.url} as Noor, the champion: make a cohort, name a contact, import`,
  );
  say('infra/local/finance-pilot.csv and invite the people. The invitation then comes into the Playground.');
} catch (error) {
  say(`The Playground could not start: ${(error as Error).message}`);
  process.exit(1);
}
