import loadHighs from 'highs';
import { fitOf } from '#domain/matching/fit.ts';
import { type Candidate, keepsRules, toCandidate } from '#domain/matching/rules.ts';
import type { MatchOptions, MatchPerson, MatchResult, Two } from '#domain/matching/types.ts';

/** Executives with a mentor, those of them who waited, the lowest fit and the sum, in the order of their weight. */
export type Objective = [covered: number, waiting: number, worst: number, total: number];

export interface Instance {
  executives: Candidate[];
  mentors: Candidate[];
  /** By executive and mentor, 0 where they may not meet. */
  fits: number[][];
}

/** Every pair that may meet, by the plain rules and the plain fit. */
export function instanceOf(people: readonly MatchPerson[], options: MatchOptions): Instance {
  const all = people.map((person) => toCandidate(person, options.dateMs)).filter(({ room }) => room > 0);
  const executives = all.filter(({ role }) => role === 'executive');
  const mentors = all.filter(({ role }) => role === 'mentor');
  const isBanned = (two: Two) =>
    (options.bans ?? []).some((ban) => ban.executive === two.executive && ban.mentor === two.mentor);
  const fits = executives.map((executive) =>
    mentors.map((mentor) => {
      const banned = isBanned({ executive: executive.id, mentor: mentor.id });
      const fit = !banned && keepsRules(executive, mentor) ? fitOf(executive, mentor) : 0;
      return fit < options.floor ? 0 : fit;
    }),
  );
  return { executives, mentors, fits };
}

export const objectiveOf = ({ totals }: MatchResult): Objective => [
  totals.covered,
  totals.waiting,
  totals.worst,
  totals.fit,
];

const isBetter = (one: Objective, other: Objective): boolean => {
  const at = one.findIndex((value, level) => value !== other[level]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
};

/** The best objective there is, by trying every assignment. */
export function bestByTrying({ executives, mentors, fits }: Instance): Objective {
  const room = mentors.map((mentor) => mentor.room);
  let best: Objective = [0, 0, 0, 0];
  const tryFrom = (e: number, m: number, left: number, so: Objective, has: boolean): void => {
    const executive = executives[e];
    if (!executive) {
      const found: Objective = [so[0], so[1], so[0] === 0 ? 0 : so[2], so[3]];
      if (isBetter(found, best)) best = found;
      return;
    }
    if (m === mentors.length || left === 0) {
      const next: Objective = has ? [so[0] + 1, so[1] + Number(executive.waiting), so[2], so[3]] : so;
      tryFrom(e + 1, 0, executives[e + 1]?.room ?? 0, next, false);
      return;
    }
    tryFrom(e, m + 1, left, so, has);
    const fit = fits[e]?.[m] ?? 0;
    if (fit === 0 || (room[m] ?? 0) === 0) return;
    room[m]!--;
    tryFrom(e, m + 1, left - 1, [so[0], so[1], Math.min(so[2], fit), so[3] + fit], true);
    room[m]!++;
  };
  tryFrom(0, 0, executives[0]?.room ?? 0, [0, 0, 1000, 0], false);
  return best;
}

const { solve } = await loadHighs();

/**
 * The best objective by linear programming with HiGHS, level by level, on the fits alone. Each level is a flow,
 * and holding a level at its best keeps to a face of the flows, so that every optimum is whole.
 */
export function bestByHighs(instance: Instance): Objective {
  const fits = [...new Set(instance.fits.flat())].filter((fit) => fit > 0).sort((a, b) => a - b);
  const most = coverage(instance, 1);
  if (most === 0) return [0, 0, 0, 0];
  let [low, high] = [0, fits.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (coverage(instance, fits[middle] ?? 0) === most) low = middle;
    else high = middle;
  }
  const worst = fits[low] ?? 0;
  return [Math.floor(most / COVERED), most % COVERED, worst, bestTotal(instance, worst, most)];
}

/** One more executive counts more than all who waited. */
const COVERED = 1000;

/** Executives who can be covered by fits of at least `least`, times `COVERED`, plus those who waited. */
const coverage = (instance: Instance, least: number): number =>
  optimum(instance, least, { objective: coveredTerms(instance) });

const bestTotal = (instance: Instance, least: number, covered: number): number =>
  optimum(instance, least, {
    objective: pairsOf(instance, least).map(({ name, fit }) => `${fit} ${name}`),
    also: [`${sum(coveredTerms(instance))} >= ${covered}`],
  });

const coveredTerms = ({ executives }: Instance): string[] =>
  executives.map(({ waiting }, e) => `${COVERED + Number(waiting)} y${e}`);

const pairsOf = ({ fits }: Instance, least: number) =>
  fits.flatMap((row, e) =>
    row.flatMap((fit, m) => (fit >= Math.max(1, least) ? [{ name: `x${e}_${m}`, e, m, fit }] : [])),
  );

const sum = (terms: readonly string[]): string => (terms.length > 0 ? terms.join(' +\n ') : '0 nothing');

/** The value of the best flow, in HiGHS's reading of the LP format: `x` are pairs, `y` who is covered. */
function optimum(
  instance: Instance,
  least: number,
  { objective, also = [] }: { objective: string[]; also?: string[] },
): number {
  const pairs = pairsOf(instance, least);
  const namesOf = (side: 'e' | 'm', n: number) =>
    pairs.filter((pair) => pair[side] === n).map(({ name }) => name);
  const rows = [
    ...instance.executives.flatMap(({ room }, e) => [
      `${sum(namesOf('e', e))} <= ${room}`,
      `${sum(namesOf('e', e))} - y${e} >= 0`,
    ]),
    ...instance.mentors.map(({ room }, m) => `${sum(namesOf('m', m))} <= ${room}`),
    ...also,
  ];
  const whole = [...pairs.map(({ name }) => name), ...instance.executives.map((_, e) => `y${e}`)];
  const bounds = [...whole.map((name) => `0 <= ${name} <= 1`), '0 <= nothing <= 0'];
  const found = solve(
    `Maximize\n ${sum(objective)}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`,
  );
  if (found.Status !== 'Optimal') throw new Error(`HiGHS says ${found.Status}`);
  return Math.round(found.ObjectiveValue);
}
