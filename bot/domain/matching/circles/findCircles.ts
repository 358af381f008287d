import { type CircleSize, FIT_MAX } from '#domain/cohorts/cohort.ts';
import { fitOf, reasonsOf } from '#domain/matching/fit.ts';
import { LeftOutReasons } from '#domain/matching/leftOut.ts';
import type { Candidate } from '#domain/matching/rules.ts';
import type { MatchPerson, RoundResult, Watch } from '#domain/matching/types.ts';
import {
  type Circle,
  type CircleOptions,
  type CircleResult,
  GAP,
  knownIn,
  type Solve,
  type Unsolved,
} from './circle.ts';
import { FURTHER, furtherIn } from './mix.ts';
import { largest, smallest } from './programme.ts';
import { layTables, type Tables } from './seats.ts';

/**
 * One round of circles: the most executives with a circle, of those the most who were left out last time, then the
 * best worst-off two, then the most fit, the most known of what each wants and, in project teams, the most departments,
 * to one part in a thousand. Who is
 * pinned comes before all. Undefined when the solver ran out of time: then nothing is known.
 */
export function findCircles(
  people: readonly MatchPerson[],
  options: CircleOptions,
  { solve, watch = () => undefined }: { solve: Solve; watch?: Watch },
): CircleResult | undefined {
  watch('read', 0, 1);
  const tables = layTables(people, options);
  const worth = worthOf(tables, options);
  const opens = (least: number, reached: number) => {
    const text = smallest(tables, options.size, { worth, least, reached });
    const found = solve({ text, relativeGap: 0, absoluteGap: 0 });
    return typeof found === 'string' ? found : 'solved';
  };
  const most = worth.reduce((sum, one) => sum + one, 0);
  let reached = most;
  let least = bestWorst(tables, { opens, reached, watch, ceiling: ceilingOf(tables, options, worth) });
  if (least === 'impossible') {
    const text = smallest(tables, options.size, { worth, least: 0 });
    const found = solve({ text, relativeGap: 0, absoluteGap: 0.5 });
    if (typeof found === 'string') return undefined;
    reached = worth.reduce((sum, one, e) => sum + (isChosen(found, `y${e}`) ? one : 0), 0);
    least = bestWorst(tables, { opens, reached, watch, ceiling: Number.POSITIVE_INFINITY });
  }
  if (typeof least === 'string') return undefined;
  watch('assign', 0, 1);
  const text = largest(tables, options.size, { worth, least, reached });
  const found = solve({ text, relativeGap: GAP, absoluteGap: 0 });
  if (typeof found === 'string') return undefined;
  watch('explain', 0, 1);
  return resultOf(tables, options, circlesIn(tables, found));
}

const isChosen = (found: ReadonlyMap<string, number>, variable: string): boolean =>
  (found.get(variable) ?? 0) > 0.5;

/** Each weight is more than all that comes after it together; 0 where nobody could have a circle anyway. */
function worthOf({ tables }: Tables, { size }: CircleOptions): number[] {
  const more = tables.length + 1;
  return tables.map(({ executive, seats }) => {
    if (seats.length < size.least) return 0;
    const pinned = seats.some(({ isPinned }) => isPinned) ? more * more : 0;
    return pinned + more + (executive.waiting ? 1 : 0);
  });
}

interface Search {
  opens(least: number, reached: number): 'solved' | Unsolved;
  reached: number;
  watch: Watch;
  /** Above it nothing can be reached. */
  ceiling: number;
}

/** Above this fit some executive who could have a circle would have too few to choose from. */
function ceilingOf({ tables }: Tables, { size }: CircleOptions, worth: readonly number[]): number {
  const needed = tables.filter((_, e) => (worth[e] ?? 0) > 0);
  const last = needed.map(({ seats }) => {
    const fits = seats.map(({ fit, isPinned }) => (isPinned ? FIT_MAX : fit)).sort((a, b) => b - a);
    return fits[size.least - 1] ?? 0;
  });
  return Math.min(FIT_MAX, ...last);
}

/** The highest fit below which nobody need sit. Halves the fits there are; O(log fits) programmes. */
function bestWorst({ tables }: Tables, { opens, reached, watch, ceiling }: Search): number | Unsolved {
  const fits = tables.flatMap(({ seats }) => seats.filter(({ isPinned }) => !isPinned).map(({ fit }) => fit));
  const steps = [0, ...new Set(fits)].filter((fit) => fit <= ceiling).sort((a, b) => a - b);
  const many = Math.ceil(Math.log2(steps.length));
  let [low, high] = [-1, steps.length - 1];
  for (let done = 0; low < high; done++) {
    watch('cover', Math.min(done, many), many);
    const middle = Math.ceil((low + high) / 2);
    const answer = opens(steps[middle] ?? 0, reached);
    if (answer === 'outOfTime') return answer;
    if (answer === 'solved') low = middle;
    else high = middle - 1;
  }
  return low < 0 ? 'impossible' : (steps[low] ?? 0);
}

function circlesIn({ tables, mentors }: Tables, found: ReadonlyMap<string, number>): Circle<Candidate>[] {
  return tables.flatMap(({ executive, seats }, e) => {
    const taken = seats.filter((_, n) => isChosen(found, `x${e}_${n}`));
    const sitting = taken.map(({ mentor }) => mentors[mentor] as Candidate);
    return sitting.length > 0 ? [{ executive, mentors: sitting }] : [];
  });
}

function resultOf(
  { all }: Tables,
  { floor, size }: CircleOptions,
  circles: Circle<Candidate>[],
): CircleResult {
  const pairs = circles.flatMap(({ executive, mentors }) =>
    mentors.map((mentor) => ({
      ...{ executive: executive.id, mentor: mentor.id, fit: fitOf(executive, mentor) },
      reasons: reasonsOf(executive, mentor),
    })),
  );
  const met = new Set(pairs.flatMap(({ executive, mentor }) => [executive, mentor]));
  const reasons = new LeftOutReasons(all, floor);
  const leftOut = all
    .filter(({ id, room }) => room > 0 && !met.has(id))
    .map((person) => ({ person: person.id, role: person.role, reason: reasons.whyLeftOut(person) }));
  return {
    ...{ pairs, leftOut, provenBest: false, value: worthOfAll(circles, size) },
    totals: totalsOf(all, { circles, pairs }),
  };
}

/** All the fit there is, how much of what is wanted somebody in each circle knows, and from how many departments. */
const worthOfAll = (circles: readonly Circle<Candidate>[], { mixed }: CircleSize): number =>
  circles.reduce(
    (sum, circle) =>
      sum +
      knownIn(circle) +
      (mixed ? FURTHER * furtherIn(circle) : 0) +
      circle.mentors.reduce((fit, mentor) => fit + fitOf(circle.executive, mentor), 0),
    0,
  );

function totalsOf(
  all: readonly Candidate[],
  { circles, pairs }: { circles: readonly Circle<Candidate>[]; pairs: RoundResult['pairs'] },
): RoundResult['totals'] {
  return {
    covered: circles.length,
    total: all.filter(({ role, room }) => role === 'executive' && room > 0).length,
    waiting: circles.filter(({ executive }) => executive.waiting).length,
    fit: pairs.reduce((sum, { fit }) => sum + fit, 0),
    worst: pairs.reduce((least, { fit }) => Math.min(least, fit), pairs.length > 0 ? 1000 : 0),
  };
}
