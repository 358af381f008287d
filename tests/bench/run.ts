/** `npm run bench -- [NAME]`: measures what NAME says; without one everything, on one page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { benchAnnouncements } from './announcements.ts';
import { benchChampion } from './champion.ts';
import { benchCircles } from './circles.ts';
import { benchColdStart } from './coldStart.ts';
import { benchHearing } from './hearing.ts';
import { benchHouse } from './house.ts';
import { benchImport } from './importing.ts';
import { benchMatching } from './matching.ts';
import { busy, say } from './measure.ts';
import { benchPanel } from './panel.ts';
import { benchPeople } from './people.ts';

const BENCHES: Record<string, (args: string[]) => Promise<void>> = {
  matching: benchMatching,
  circles: benchCircles,
  house: benchHouse,
  coldstart: benchColdStart,
  panel: benchPanel,
  people: benchPeople,
  import: benchImport,
  hearing: benchHearing,
  announcements: benchAnnouncements,
  champion: benchChampion,
};
/** Sizes for a run of everything, where the usual ones take an hour. */
const SMALLER: Record<string, string[]> = { import: ['5000'], announcements: ['2000'], champion: ['1000'] };
/** A line of `goal`. */
const GOAL = /^ {2}\S.* goal .*: (?:met|NOT met)$/;

async function benchAll(): Promise<void> {
  const page: string[] = [];
  for (const name of Object.keys(BENCHES)) {
    const child = spawn(process.execPath, [import.meta.filename, name, ...(SMALLER[name] ?? [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const goals: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      process.stderr.write(`${name}: ${line}\n`);
      if (GOAL.test(line)) goals.push(line);
    }
    const [code] = await exited;
    if (code !== 0) goals.push(`  ended with ${code}, see above`);
    page.push(`\n${name}`, ...goals);
  }
  say(
    `\nEvery figure beside its goal (${busy()}; import, announcements and champion with fewer people than alone)`,
  );
  for (const line of page) say(line);
}

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench(args);
else if (name === '') await benchAll();
else {
  process.stderr.write(`Which one? ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
}
