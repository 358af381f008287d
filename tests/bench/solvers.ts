import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import loadHighs from 'highs';
import { munkres } from 'munkres';
import { FitRows } from '#domain/matching/engine/fitRows.ts';
import { solve } from '#domain/matching/engine/solve.ts';
import { readProblem } from '#domain/matching/problem.ts';
import { aCompany } from './cohort.ts';
import { busy, goal, median, ms, options, say, timed } from './measure.ts';

/** What covering one more executive is worth, above all fits. */
const OWED = 1_000_000;

interface Found {
  seconds: number;
  covered: number;
  total: number;
  feasible: boolean;
}

/** Solvers that were given every pair end so. */
const ALL_PAIRS = ', all pairs';

/** By executive a row of fits, 0 where two may not meet. */
type Fits = Uint16Array[];

/**
 * One place each, from fits that are already there: what other solvers can do too. They get no pair below the
 * worst one of ours, so that all of them must come to the same number of pairs and the same total; scipy solves
 * it with all pairs as well, which is what the goals are measured against: then it may find a higher total with
 * a worse worst pair. Ours finds the best worst pair too, and looks at every pair again to know that nothing
 * better exists. Returns the seconds of scipy's dense solver with all pairs, 0 without scipy.
 */
export async function againstOthers(n: number, repeats: number): Promise<{ denseSeconds: number }> {
  const people = aCompany({ executives: n, mentors: n }).map((one) => ({ ...one, room: 1, waiting: false }));
  const problem = readProblem(people, options);
  const rows = new FitRows(problem);
  const { worst } = solve(problem, () => undefined, rows);
  const all = problem.executives.map((_, e) => rows.row(e));
  const fits = all.map((row) => row.map((fit) => (fit < worst.least ? 0 : fit)));
  const found = new Map<string, Found[]>();
  for (let round = 0; round < repeats; round++) {
    const { seconds, result } = timed(() => solve(problem, () => undefined, rows));
    const others = { ...askScipy(all, worst.least), ...(round === 0 ? await askNpm(fits) : {}) };
    for (const [name, one] of Object.entries({ ours: check(fits, result.pairs, seconds), ...others }))
      found.set(name, [...(found.get(name) ?? []), one]);
  }
  say(`\n${n} × ${n}, one place each, fits given, medians of ${repeats} in turn (${busy()}):`);
  report(n, found);
  const dense = found.get(`scipy dense${ALL_PAIRS}`) ?? [];
  return { denseSeconds: median(dense.map(({ seconds }) => seconds)) };
}

function report(n: number, found: ReadonlyMap<string, readonly Found[]>): void {
  const secondsOf = (name: string) => median((found.get(name) ?? []).map(({ seconds }) => seconds));
  const [ours] = found.get('ours') ?? [];
  for (const [name, [one]] of found) {
    if (!one || !ours) continue;
    const isSame = one.feasible && one.covered === ours.covered && one.total === ours.total;
    const isEasier = name.endsWith(ALL_PAIRS) && one.feasible && one.covered === ours.covered;
    const ratio =
      name === 'ours' ? '' : `, ours ÷ theirs ${(secondsOf('ours') / secondsOf(name)).toFixed(2)}`;
    const verdict = isSame ? 'feasible, the same' : isEasier ? 'feasible, as many' : 'NOT the same';
    say(`  ${name} ${ms(secondsOf(name))}${ratio}; ${one.covered} pairs, total ${one.total}, ${verdict}`);
  }
  if (found.has('scipy sparse')) compareWithScipy(n, secondsOf);
  else say('  scipy is not there (python3-scipy): G2 and G3 can’t be told here');
}

function compareWithScipy(n: number, secondsOf: (name: string) => number): void {
  const against = (name: string, most: number, which: string) => {
    const ratio = secondsOf('ours') / secondsOf(`${name}${ALL_PAIRS}`);
    goal(which, `≤ ${most.toFixed(2)} of ${name}${ALL_PAIRS}`, ratio.toFixed(2), ratio <= most);
  };
  if (n >= 5000) {
    against('scipy sparse', 0.12, 'G2');
    against('scipy dense', 0.07, 'G2');
  } else if (n >= 1000) against('scipy sparse', 0.45, 'G3');
}

/** Nobody twice, nobody who may not meet. */
function check(fits: Fits, pairs: readonly { executive: number; mentor: number }[], seconds: number): Found {
  const used = pairs.map(({ executive, mentor }) => fits[executive]?.[mentor] ?? 0);
  const isOnce = (people: number[]) => new Set(people).size === people.length;
  return {
    seconds,
    covered: pairs.length,
    total: used.reduce((sum, fit) => sum + fit, 0),
    feasible:
      used.every((fit) => fit > 0) &&
      isOnce(pairs.map(({ executive }) => executive)) &&
      isOnce(pairs.map(({ mentor }) => mentor)),
  };
}

/** Empty where there is no scipy. */
function askScipy(fits: Fits, least: number): Record<string, Found> {
  const folder = mkdtempSync(join(tmpdir(), 'turntable-bench-'));
  const file = join(folder, 'fits.bin');
  const columns = fits[0]?.length ?? 0;
  const all = new Uint16Array(3 + fits.length * columns);
  all.set([fits.length, columns, least]);
  for (const [e, row] of fits.entries()) all.set(row, 3 + e * columns);
  writeFileSync(file, all);
  const { status, stdout } = spawnSync('python3', [join(import.meta.dirname, 'assignment.py'), file]);
  rmSync(folder, { recursive: true });
  return status === 0 ? JSON.parse(String(stdout)) : {};
}

/** munkres takes minutes from 2,000 on, and HiGHS's model of 1,000 fills its memory: up to what they can do. */
async function askNpm(fits: Fits): Promise<Record<string, Found>> {
  return {
    ...(fits.length <= 1000 ? { munkres: askMunkres(fits) } : {}),
    ...(fits.length <= 200 ? { HiGHS: await askHighs(fits) } : {}),
  };
}

function askMunkres(fits: Fits): Found {
  const costs = fits.map((row) => Array.from(row, (fit) => (fit > 0 ? OWED - fit : 2 * OWED)));
  const { seconds, result } = timed(() => munkres(costs));
  const pairs = result.map(([executive, mentor]) => ({ executive, mentor }));
  return check(
    fits,
    pairs.filter(({ executive, mentor }) => (fits[executive]?.[mentor] ?? 0) > 0),
    seconds,
  );
}

async function askHighs(fits: Fits): Promise<Found> {
  const { solve: optimise } = await loadHighs();
  const pairs = fits.flatMap((row, executive) =>
    [...row.entries()].flatMap(([mentor, fit]) => (fit > 0 ? [{ executive, mentor, fit }] : [])),
  );
  const name = ({ executive, mentor }: { executive: number; mentor: number }) => `x${executive}_${mentor}`;
  const onceEach = (sideOf: (pair: (typeof pairs)[number]) => number) =>
    [...Map.groupBy(pairs, sideOf).values()].map((some) => `${some.map(name).join(' +\n ')} <= 1`);
  const model = [
    `Maximize\n ${pairs.map((pair) => `${OWED + pair.fit} ${name(pair)}`).join(' +\n ')}`,
    `Subject To\n ${[...onceEach(({ executive }) => executive), ...onceEach(({ mentor }) => mentor)].join('\n ')}`,
    'End\n',
  ].join('\n');
  const { seconds, result } = timed(() => optimise(model));
  const isChosen = (pair: (typeof pairs)[number]) => {
    const column = result.Columns[name(pair)];
    return column !== undefined && 'Primal' in column && column.Primal > 0.5;
  };
  return check(fits, pairs.filter(isChosen), seconds);
}
