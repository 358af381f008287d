/** `npm run bench -- NAME`: measures what NAME says, on this machine. */
import { benchAnnouncements } from './announcements.ts';
import { benchChampion } from './champion.ts';
import { benchHearing } from './hearing.ts';
import { benchHouse } from './house.ts';
import { benchImport } from './importing.ts';
import { benchMatching } from './matching.ts';
import { benchPanel } from './panel.ts';

const BENCHES: Record<string, (args: string[]) => Promise<void>> = {
  matching: benchMatching,
  house: benchHouse,
  panel: benchPanel,
  import: benchImport,
  hearing: benchHearing,
  announcements: benchAnnouncements,
  champion: benchChampion,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench(args);
else {
  process.stderr.write(`Which one? ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
}
