import { hearByNames, lexicon } from '#domain/hearing/byNames.ts';
import { SilentLog } from '#tests/fakes/log.ts';
import { utterancesOf } from '#tests/hearing/sets.ts';
import { HearingThread } from '#threads/hearing.ts';
import { table } from '../house/compare.ts';
import type { Verdict } from '../house/verdicts.ts';
import { median, mostly, say } from '../measure.ts';

/** Nobody waits here: what is late would be heard by names, and cost nothing. */
const PATIENT = { lateMs: 60_000 };
const MOST = {
  message: { floor: 150, aim: 100, unit: 'ms' },
  load: { floor: 2_000, aim: 1_000, unit: 'ms' },
  memory: { floor: 220, aim: 140, unit: 'MB' },
};

const rssMb = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

/** What hearing by meaning takes: to load, in memory, and for each message of the blind set. */
export async function benchCost(): Promise<Verdict[]> {
  lexicon();
  const beforeMb = rssMb();
  const hearing = new HearingThread(new SilentLog(), PATIENT);
  const startedMs = performance.now();
  await hearing.warm();
  const loadMs = performance.now() - startedMs;
  const meant: number[] = [];
  const named: number[] = [];
  for (const { text, step } of utterancesOf('blind')) {
    let fromMs = performance.now();
    await hearing.read(text, step);
    meant.push(performance.now() - fromMs);
    fromMs = performance.now();
    hearByNames(text, step);
    named.push(performance.now() - fromMs);
  }
  const addedMb = rssMb() - beforeMb;
  hearing.stop();
  say('What it takes, in a thread of its own, and by names alone');
  const row = (name: string, times: number[]) => [name, median(times).toFixed(1), mostly(times).toFixed(1)];
  table(['ms a message', 'p50', 'p95'], [row('by meaning', meant), row('by names', named)]);
  const verdict = (name: string, value: number, { floor, aim, unit }: typeof MOST.load): Verdict => ({
    ...{ name, wanted: `≤ ${floor} ${unit} (aim ${aim})`, measured: `${value.toFixed(0)} ${unit}` },
    isMet: value <= floor,
  });
  return [
    verdict('A message, p95', mostly(meant), MOST.message),
    verdict('Loading', loadMs, MOST.load),
    verdict('Memory added', addedMb, MOST.memory),
  ];
}
