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
      return tryFrom(e + 1, 0, executives[e + 1]?.room ?? 0, next, false);
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

interface Arc {
  to: number;
  left: number;
  gain: number;
  back: number;
}

const FIRST = 1e9;
const WAITED = 1e6;

/** The best objective by flows of most gain (Bellman–Ford paths); shares nothing with the engine. */
export function bestByFlow(instance: Instance): Objective {
  const fits = [...new Set(instance.fits.flat())].filter((fit) => fit > 0).sort((a, b) => a - b);
  const most = flowAbove(instance, 1);
  let [low, high] = [0, fits.length];
  let best = most;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    const found = flowAbove(instance, fits[middle] ?? 0);
    const keeps = found[0] === most[0] && found[1] === most[1];
    if (keeps) [low, best] = [middle, found];
    else high = middle;
  }
  return best;
}

function flowAbove({ executives, mentors, fits }: Instance, least: number): Objective {
  const [source, sink] = [executives.length + mentors.length, executives.length + mentors.length + 1];
  const arcs: Arc[][] = Array.from({ length: sink + 1 }, () => []);
  const join = (from: number, to: number, left: number, gain: number) => {
    arcs[from]?.push({ to, left, gain, back: arcs[to]?.length ?? 0 });
    arcs[to]?.push({ to: from, left: 0, gain: -gain, back: (arcs[from]?.length ?? 0) - 1 });
  };
  for (const [e, executive] of executives.entries()) {
    join(source, e, 1, FIRST + (executive.waiting ? WAITED : 0));
    join(source, e, executive.room - 1, 0);
    for (const [m, fit] of (fits[e] ?? []).entries())
      if (fit >= least) join(e, executives.length + m, 1, fit);
  }
  for (const [m, mentor] of mentors.entries()) join(executives.length + m, sink, mentor.room, 0);
  while (pushOnce(arcs, source, sink));
  return readOff({ executives, mentors, fits }, arcs);
}

/** One unit along the path of most gain, if that is a gain. */
function pushOnce(arcs: Arc[][], source: number, sink: number): boolean {
  const gains = arcs.map(() => Number.NEGATIVE_INFINITY);
  const came: ([number, Arc] | undefined)[] = [];
  gains[source] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [node, out] of arcs.entries())
      for (const arc of out) {
        const gain = (gains[node] ?? 0) + arc.gain;
        if (arc.left === 0 || gain <= (gains[arc.to] ?? 0)) continue;
        gains[arc.to] = gain;
        came[arc.to] = [node, arc];
        changed = true;
      }
  }
  if (!((gains[sink] ?? 0) > 0)) return false;
  for (let node = sink; node !== source; ) {
    const [from, arc] = came[node] ?? [source, undefined];
    if (!arc) return false;
    arc.left--;
    const back = arcs[node]?.[arc.back];
    if (back) back.left++;
    node = from;
  }
  return true;
}

function readOff({ executives }: Instance, arcs: Arc[][]): Objective {
  const used = executives.map((_, e) => (arcs[e] ?? []).filter(({ gain, left }) => gain > 0 && left === 0));
  const fits = used.flat().map(({ gain }) => gain);
  const covered = used.filter((out) => out.length > 0).length;
  const waiting = used.filter((out, e) => out.length > 0 && executives[e]?.waiting).length;
  return [covered, waiting, covered ? Math.min(...fits) : 0, fits.reduce((sum, fit) => sum + fit, 0)];
}
