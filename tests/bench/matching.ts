import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchCohort } from '#domain/matching/engine.ts';
import { fitOf } from '#domain/matching/fit.ts';
import { FitRows } from '#domain/matching/fitRows.ts';
import { type Problem, readProblem } from '#domain/matching/problem.ts';
import { SHORT, shortlistAll } from '#domain/matching/shortlist.ts';
import { solve } from '#domain/matching/solve.ts';
import type { MatchPerson, MatchResult, Phase } from '#domain/matching/types.ts';
import { aCompany, type CohortSize, DAY } from './cohort.ts';

const SIZES: CohortSize[] = [
  { executives: 90, mentors: 110 },
  { executives: 1000, mentors: 1000 },
  { executives: 5000, mentors: 5000 },
];
const options = { floor: 0, dateMs: DAY };
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
const memoryMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

interface Run {
  seconds: number;
  /** Of this thread alone: what others do to the machine counts less. */
  busySeconds: number;
  phases: Map<Phase, number>;
  result: MatchResult;
}

function run(people: MatchPerson[]): Run {
  const phases = new Map<Phase, number>();
  const [startedMs, busyBefore] = [performance.now(), process.threadCpuUsage()];
  let [phase, sinceMs]: [Phase, number] = ['read', startedMs];
  const result = matchCohort(people, options, (next) => {
    if (next === phase) return;
    const nowMs = performance.now();
    phases.set(phase, (phases.get(phase) ?? 0) + (nowMs - sinceMs) / 1000);
    [phase, sinceMs] = [next, nowMs];
  });
  const endMs = performance.now();
  phases.set(phase, (phases.get(phase) ?? 0) + (endMs - sinceMs) / 1000);
  const busy = process.threadCpuUsage(busyBefore);
  return {
    seconds: (endMs - startedMs) / 1000,
    busySeconds: (busy.user + busy.system) / 1e6,
    phases,
    result,
  };
}

/** Whole rounds with capacities: cold, warm, by phase, memory. */
function wholeRounds(size: CohortSize, repeats: number): void {
  const people = aCompany(size);
  const [cold, ...warm] = Array.from({ length: repeats + 1 }, () => run(people));
  if (!cold) return;
  const { totals, pairs, provenBest } = cold.result;
  say(`\n${size.executives} × ${size.mentors}: ${pairs.length} pairs, proven best: ${provenBest}`);
  say(`  covered ${totals.covered}, waiting ${totals.waiting}, worst ${totals.worst}, total ${totals.fit}`);
  say(`  cold ${cold.seconds.toFixed(3)} s, busy ${cold.busySeconds.toFixed(3)} s`);
  const [seconds, busy] = [
    median(warm.map((one) => one.seconds)),
    median(warm.map((one) => one.busySeconds)),
  ];
  say(`  warm ${seconds.toFixed(3)} s, busy ${busy.toFixed(3)} s (median of ${warm.length})`);
  const phases = [...cold.phases.keys()].map(
    (phase) => `${phase} ${median(warm.map((one) => one.phases.get(phase) ?? 0)).toFixed(3)}`,
  );
  say(`  by phase: ${phases.join(', ')}`);
  say(`  memory so far: ${memoryMb()} MB at most`);
}

/** One place each and nothing but coverage and total: what scipy solves too. */
function againstScipy(size: CohortSize, repeats: number): void {
  const people = aCompany(size).map((one) => ({ ...one, room: 1, waiting: false }));
  const problem = readProblem(people, options);
  const folder = mkdtempSync(join(tmpdir(), 'turntable-bench-'));
  const file = join(folder, 'fits.bin');
  writeFits(problem, file);
  const ours = Array.from({ length: repeats }, () => {
    const startedMs = performance.now();
    const solution = solve(problem, () => {});
    return { seconds: (performance.now() - startedMs) / 1000, solution };
  });
  const seconds = median(ours.map((one) => one.seconds));
  const python = spawnSync('python3', [join(import.meta.dirname, 'assignment.py'), file, String(repeats)]);
  rmSync(folder, { recursive: true });
  say(`\n${size.executives} × ${size.mentors}, one place each, scoring and the worst pair included:`);
  say(`  ours ${seconds.toFixed(3)} s, ${ours[0]?.solution.pairs.length} pairs`);
  if (python.status !== 0) return say('  scipy is not there (python3-scipy): nothing to compare with');
  const theirs: Record<string, { seconds: number; covered: number; total: number }> = JSON.parse(
    String(python.stdout),
  );
  for (const [name, { seconds: their, covered, total }] of Object.entries(theirs))
    say(
      `  scipy ${name} ${their.toFixed(3)} s, ours ÷ theirs ${(seconds / their).toFixed(2)}; it covers ${covered}, total ${total} without a worst pair`,
    );
}

function writeFits({ executives, mentors, ...rest }: Problem, file: string): void {
  const rows = new FitRows({ executives, mentors, ...rest });
  const fits = new Uint16Array(2 + executives.length * mentors.length);
  fits.set([executives.length, mentors.length]);
  for (const e of executives.keys()) fits.set(rows.row(e), 2 + e * mentors.length);
  writeFileSync(file, fits);
}

/** First come, first served: everybody takes the best mentor who has room, in the order they joined. */
function firstCome(people: MatchPerson[]): { pairs: number; total: number; worst: number } {
  const problem = readProblem(people, options);
  const rows = new FitRows(problem);
  const room = problem.mentorRoom.slice();
  const fits = [...problem.executives.keys()].flatMap((e) => {
    const row = rows.row(e);
    let best = -1;
    for (let m = 0; m < row.length; m++) if (room[m]! > 0 && row[m]! > (row[best] ?? 0)) best = m;
    if (best < 0) return [];
    room[best]!--;
    return [fitOf(problem.executives[e]!, problem.mentors[best]!)];
  });
  return { pairs: fits.length, total: fits.reduce((sum, fit) => sum + fit, 0), worst: Math.min(...fits) };
}

/** G8: better than first come, first served. G9: no mentor on too many shortlists. */
function quality(): void {
  const people = aCompany({ executives: 1000, mentors: 1200 }).map((one) => ({ ...one, room: 1 }));
  const { totals, certificate } = matchCohort(people, options);
  const first = firstCome(people);
  const more = (ours: number, theirs: number) => `${((ours / theirs - 1) * 100).toFixed(1)} %`;
  say(`\nAgainst first come, first served (1000 × 1200): ${totals.covered - first.pairs} pairs more,`);
  say(
    `  total fit ${more(totals.fit, first.total)} more, worst pair ${more(totals.worst, first.worst)} better`,
  );
  for (const [name, prices] of [
    ['fit', []],
    ['fit minus price', certificate.prices],
  ] as const) {
    const on = new Map<string, number>();
    for (const { mentors } of shortlistAll(people, options, { prices: [...prices] }))
      for (const { mentor } of mentors) on.set(mentor, (on.get(mentor) ?? 0) + 1);
    const none = (100 * (1200 - on.size)) / 1200;
    say(
      `  lists of ${SHORT} by ${name}: at most ${Math.max(...on.values())} per mentor, ${none.toFixed(1)} % on none`,
    );
  }
}

/** `npm run bench -- matching`: everything; a number leaves out the sizes above it. */
export function benchMatching(args: string[]): void {
  const most = Number(args[0] ?? 5000);
  for (const size of SIZES.filter(({ executives }) => executives <= most)) wholeRounds(size, 5);
  for (const n of [1000, 5000].filter((one) => one <= most)) againstScipy({ executives: n, mentors: n }, 3);
  quality();
}

if (import.meta.main) benchMatching(process.argv.slice(2));
