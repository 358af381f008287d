import type { Claim } from '#domain/matching/checker/certificate.ts';
import { Checker } from '#domain/matching/checker/checker.ts';
import { OWED } from '#domain/matching/engine/assignment.ts';
import type { CutOff } from '#domain/matching/engine/coverage.ts';
import { FitRows } from '#domain/matching/engine/fitRows.ts';
import type { SharedRows } from '#domain/matching/engine/sharedRows.ts';
import { type Solution, solve } from '#domain/matching/engine/solve.ts';
import { fitOf, reasonsOf } from './fit.ts';
import { LeftOutReasons } from './leftOut.ts';
import { type Problem, readProblem } from './problem.ts';
import type { Candidate } from './rules.ts';
import type { Certificate, Cut, MatchOptions, MatchPerson, MatchResult, Unmatched, Watch } from './types.ts';

/** What the engine found, before anybody checked it. */
export type MatchFound = Omit<MatchResult, 'provenBest'>;

export interface FindWishes {
  watch?: Watch;
  /** Is told the pairs and their proof before reasons are found for them. */
  claim?: (claimed: Claim) => void;
  /** What another thread works out for this one. */
  shared?: SharedRows;
}

/** One matching round, and its proof verified: only the checker says `provenBest`. */
export function matchCohort(
  people: readonly MatchPerson[],
  options: MatchOptions,
  watch: Watch = () => undefined,
): MatchResult {
  const found = findMatch(people, options, { watch });
  watch('check', 0, 1);
  const flaw = new Checker(people, options).flawOf(found, (done, of) => watch('check', done, of));
  return { ...found, provenBest: flaw === '' };
}

/**
 * One matching round: the most executives with a mentor, of those the most who were left out last time, then
 * the best worst-off pair, then the best total fit, for all pairs the hard rules allow. The same people give
 * the same answer in any order. A pin counts for its two alone: it neither lowers nor raises anybody's floor.
 * The answer carries its proof.
 */
export function findMatch(
  people: readonly MatchPerson[],
  options: MatchOptions,
  { watch = () => undefined, claim = () => undefined, shared }: FindWishes = {},
): MatchFound {
  watch('read', 0, 1);
  const problem = readProblem(people, options);
  const solution = solve(problem, watch, new FitRows(problem, { shared }));
  const certificate = certify(problem, solution);
  const paired = pairUp(problem, solution);
  claim({ pairs: paired.map(bare), certificate });
  watch('explain', 0, 1);
  const pairs = paired.map((pair) => ({ ...bare(pair), reasons: reasonsOf(pair.executive, pair.mentor) }));
  return { pairs, leftOut: leaveOut(problem, pairs), totals: sumUp(problem, pairs), certificate };
}

interface Paired {
  executive: Candidate;
  mentor: Candidate;
  fit: number;
}

const bare = ({ executive, mentor, fit }: Paired) => ({ executive: executive.id, mentor: mentor.id, fit });

/** Everybody's pairs, ordered by executive, then mentor. */
function pairUp({ executives, mentors, pinned }: Problem, { pairs }: Solution): Paired[] {
  const found = pairs.map(({ executive, mentor, fit }) => ({
    ...{ executive: executives[executive]!, mentor: mentors[mentor]!, fit },
  }));
  const settled = pinned.map((two) => ({ ...two, fit: fitOf(two.executive, two.mentor) }));
  return [...settled, ...found].sort(
    (a, b) => order(a.executive.id, b.executive.id) || order(a.mentor.id, b.mentor.id),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function leaveOut({ all, floor }: Problem, pairs: MatchResult['pairs']): Unmatched[] {
  const met = new Set(pairs.flatMap(({ executive, mentor }) => [executive, mentor]));
  const reasons = new LeftOutReasons(all, floor);
  return all
    .filter(({ id, room }) => room > 0 && !met.has(id))
    .map((person) => ({ person: person.id, role: person.role, reason: reasons.whyLeftOut(person) }));
}

function sumUp({ all }: Problem, pairs: MatchResult['pairs']): MatchResult['totals'] {
  const covered = new Set(pairs.map(({ executive }) => executive));
  const executives = all.filter(({ role, room }) => role === 'executive' && room > 0);
  return {
    covered: covered.size,
    total: executives.length,
    waiting: executives.filter(({ id, waiting }) => waiting && covered.has(id)).length,
    fit: pairs.reduce((sum, { fit }) => sum + fit, 0),
    worst: pairs.reduce((worst, { fit }) => Math.min(worst, fit), pairs.length > 0 ? 1000 : 0),
  };
}

function certify({ executives, mentors }: Problem, { coverage, worst, prices }: Solution): Certificate {
  const named = (cut: CutOff): Cut => ({
    executives: cut.executives.map((e) => executives[e]!.id).sort(),
    mentors: cut.mentors.map((m) => mentors[m]!.id).sort(),
  });
  return {
    covered: named(coverage.coveredCut),
    waiting: named(coverage.waitingCut),
    least: worst.least,
    worst: worst.cut && { of: worst.cut.of, ...named(worst.cut) },
    owed: OWED,
    prices: mentors
      .map(({ id }, m) => ({ mentor: id, price: prices[m]! }))
      .filter(({ price }) => price > 0)
      .sort((a, b) => order(a.mentor, b.mentor)),
  };
}
