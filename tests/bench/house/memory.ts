import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { say } from '../measure.ts';
import { table, x } from './compare.ts';
import type { Verdict } from './verdicts.ts';

/** After so many turns, garbage collected. */
export interface Held {
  turns: number;
  rssMb: number;
  heapMb: number;
}

/** One process that answers turns in memory: what it holds after a thousand, and after ten thousand. */
export async function benchMemory(): Promise<Verdict[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    `${import.meta.dirname}/memoryTurns.ts`,
    ...['1000', '10000'],
  ]);
  const [first, last] = JSON.parse(stdout) as [Held, Held];
  const mb = (size: number) => `${size.toFixed(1)} MB`;
  say('Memory after turns of all three kinds (baseline: the same process after its first thousand)');
  table(
    ['turns', 'rss', 'ratio', 'heap', 'ratio'],
    [first, last].map(({ turns, rssMb, heapMb }) => [
      `${turns}`,
      ...[mb(rssMb), x(rssMb / first.rssMb), mb(heapMb), x(heapMb / first.heapMb)],
    ]),
  );
  const wanted = 'within 10 %';
  return [
    { name: 'Memory, heap', wanted, ...grown(last.heapMb / first.heapMb) },
    { name: 'Memory, rss', wanted, ...grown(last.rssMb / first.rssMb) },
  ];
}

const grown = (ratio: number) => ({
  measured: `${ratio >= 1 ? '+' : ''}${((ratio - 1) * 100).toFixed(1)} %`,
  isMet: ratio <= 1.1,
});
