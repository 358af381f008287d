import type { CircleSize } from '#domain/cohorts/cohort.ts';
import { fitOf, reasonsOf } from '#domain/matching/fit.ts';
import { LeftOutReasons } from '#domain/matching/leftOut.ts';
import type { Candidate } from '#domain/matching/rules.ts';
import type { MatchPerson, RoundResult, Watch } from '#domain/matching/types.ts';
import { type Circle, type CircleOptions, type CircleResult, knownIn, type Solve } from './circle.ts';
import { FURTHER, furtherIn } from './mix.ts';
import { type Choice, choicesFrom, smallest } from './search/choice.ts';
import { CircleFinder } from './search/circleFinder.ts';
import { Cover, pointsOf, type Worth } from './search/cover.ts';
import { findLargest } from './search/findLargest.ts';
import { findLevels } from './search/levels.ts';
import { layTables, type Tables } from './seats.ts';

interface Means {
  /** Asked where bounds and circles found without it do not meet. */
  solve: Solve;
  watch?: Watch;
  /** How often all are asked for their best circle at most before the solver is. */
  passes?: number;
  /** Whether time is up: then nobody is asked again. */
  isOver?: () => boolean;
}

/** A thousand people need about forty. */
const PASSES = 80;

/**
 * One round of circles: the most executives with a circle, of those the most who were left out last time, then the
 * best worst-off two, then the most fit, the most known of what each wants and, in project teams, the most departments,
 * to one part in a thousand. Who is pinned comes before all. Out of time, what was found by then, and how far below
 * the best it may lie; undefined when that is nothing.
 */
export async function findCircles(
  people: readonly MatchPerson[],
  options: CircleOptions,
  { solve, watch = () => undefined, passes = PASSES, isOver = () => false }: Means,
): Promise<CircleResult | undefined> {
  watch('read', 0, 1);
  const [tables, finder, { size }] = [layTables(people, options), new CircleFinder(), options];
  const choices = choicesFrom(tables, size);
  const worth = worthOf(tables, choices, finder);
  const cover = new Cover(choices, { worth, mentors: tables.mentors.length }, finder);
  const asked = { tables, size, choices, worth, cover, finder, solve, watch, passes, isOver };
  const levels = await findLevels(asked);
  if (levels.reached === 0 && !levels.isMost) return undefined;
  watch('assign', 0, 1);
  const { circles, gap } = await findLargest(asked, levels);
  watch('explain', 0, 1);
  const found = circles.flatMap((places, e): Circle<Candidate>[] => {
    const { executive, seats } = tables.tables[e]!;
    const mentors = places.toSorted((a, b) => a - b).map((place) => tables.mentors[seats[place]!.mentor]!);
    return mentors.length > 0 ? [{ executive, mentors }] : [];
  });
  const isSure = levels.isMost && levels.isBestWorst;
  return resultOf(tables, options, { circles: found, gap: isSure ? gap : 1 });
}

/** Undefined for whom nobody could sit around anyway. */
function worthOf(
  { tables, mentors }: Tables,
  choices: readonly Choice[],
  finder: CircleFinder,
): (Worth | undefined)[] {
  const free = new Float64Array(mentors.length);
  return choices.map((choice, e) => {
    const couldHave = finder.find(smallest(choice), free) || finder.brokeOff || !choice.hasAllModes;
    if (!couldHave) return undefined;
    const [isPinned, { waiting }] = [choice.pinned.length > 0, tables[e]!.executive];
    const counts = { pinned: Number(isPinned), waiting: Number(waiting), all: 1 };
    return { isPinned, waiting, points: pointsOf(counts, tables.length) };
  });
}

function resultOf(
  { all }: Tables,
  { floor, size }: CircleOptions,
  { circles, gap }: { circles: Circle<Candidate>[]; gap: number },
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
    ...{ pairs, leftOut, provenBest: false, value: worthOfAll(circles, size), gap },
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
