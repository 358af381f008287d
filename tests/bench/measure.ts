import { loadavg } from 'node:os';
import { matchCohort } from '#domain/matching/matchCohort.ts';
import type { MatchOptions, MatchPerson, MatchResult, Phase } from '#domain/matching/types.ts';
import { matchInThread } from '#threads/matching.ts';
import { DAY } from './cohort.ts';

export const options: MatchOptions = { floor: 0, dateMs: DAY };
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ordered = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
export const median = (values: readonly number[]): number => ordered(values)[values.length >> 1] ?? 0;
/** What 95 of 100 stay below. */
export const mostly = (values: readonly number[]): number =>
  ordered(values)[Math.floor(values.length * 0.95)] ?? 0;
export const ms = (seconds: number): string => `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
/** The most memory this process ever held. */
export const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
/** How many wanted to compute during the last minute: above the number of cores, every figure is too high. */
export const busy = (): string => `load ${(loadavg()[0] ?? 0).toFixed(1)}`;

/** A goal, what was measured, and whether that meets it. */
export const goal = (name: string, wanted: string, measured: string, isMet: boolean): void =>
  say(`  ${name} goal ${wanted}; measured ${measured}: ${isMet ? 'met' : 'NOT met'}`);

export function timed<T>(work: () => T): { seconds: number; result: T } {
  const startedMs = performance.now();
  const result = work();
  return { seconds: (performance.now() - startedMs) / 1000, result };
}

export interface Round {
  seconds: number;
  /** Of this thread alone: what others do to the machine counts less. */
  busySeconds: number;
  phases: Partial<Record<Phase, number>>;
  result: MatchResult;
}

/** One whole round, by phase. */
export function runRound(people: MatchPerson[], wishes: Partial<MatchOptions> = {}): Round {
  const phases: Round['phases'] = {};
  const before = process.threadCpuUsage();
  let [phase, sinceMs]: [Phase, number] = ['read', performance.now()];
  const change = (next: Phase) => {
    const nowMs = performance.now();
    phases[phase] = (phases[phase] ?? 0) + (nowMs - sinceMs) / 1000;
    [phase, sinceMs] = [next, nowMs];
  };
  const { seconds, result } = timed(() =>
    matchCohort(people, { ...options, ...wishes }, (next) => void (next !== phase && change(next))),
  );
  change('read');
  const { user, system } = process.threadCpuUsage(before);
  return { seconds, busySeconds: (user + system) / 1e6, phases, result };
}

export interface ThreadRound {
  seconds: number;
  /** Of all threads together. */
  busySeconds: number;
  provenBest: boolean;
}

/** One whole round as the product runs it, checked in a second thread when it is large. */
export async function runInThreads(people: MatchPerson[]): Promise<ThreadRound> {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  const { provenBest } = await matchInThread(people, options);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - startedMs) / 1000, busySeconds: (user + system) / 1e6, provenBest };
}
