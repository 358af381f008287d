/** `npm run soak -- [--minutes 5] [--people 200] [--seed N]`: exit 1 with a sentence for everything that is wrong. */
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    people: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [minutes, people, seed] = [Number(values.minutes), Number(values.people), Number(values.seed)];
const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

say(`${people} people, two servers, ${minutes} minutes; again with --seed ${seed}.`);
const { violations, faults, ...counted } = await soak({
  ...{ people, seed, days: 1, untilMs: Date.now() + minutes * 60_000, betweenKillsMs: 12_000, say },
});
say(
  Object.entries(counted)
    .map(([what, count]) => `${count} ${what}`)
    .join(', '),
);
for (const { invariant, sentence } of violations) say(`${sentence} (${invariant})`);
for (const fault of faults) say(fault);
say(`${violations.length} violations, ${faults.length} faults.`);
process.exit(violations.length + faults.length > 0 ? 1 : 0);
