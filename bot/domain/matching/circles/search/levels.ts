import type { CircleSize } from '#domain/cohorts/cohort.ts';
import type { Solve, Unsolved } from '#domain/matching/circles/circle.ts';
import { smallestProgramme } from '#domain/matching/circles/programme.ts';
import type { Tables } from '#domain/matching/circles/seats.ts';
import type { Watch } from '#domain/matching/types.ts';
import { chosenIn } from './chosen.ts';
import type { Cover, Worth } from './cover.ts';

/** The first goals of a round: who has a circle, then the best worst-off two. */
export interface Levels {
  /** Points of all who have one. */
  reached: number;
  /** Nobody sits below this fit, unless pinned. */
  least: number;
  /** Some circles that reach both, as places at the tables. */
  circles: number[][];
  /** No more points, and no higher fit, can be reached. */
  isMost: boolean;
  isBestWorst: boolean;
}

interface Asked {
  tables: Tables;
  size: CircleSize;
  worth: readonly (Worth | undefined)[];
  cover: Cover;
  /** Answers what can be found no other way. */
  solve: Solve;
  watch: Watch;
}

/**
 * Finds how much can be reached. What mentors could fill bounds it from above and bidding from below; where they do
 * not meet, a programme is asked. Out of time, what was found by then holds.
 */
export async function findLevels(asked: Asked): Promise<Levels> {
  const { cover, watch, tables } = asked;
  const steps = fitsOf(tables);
  const bound = cover.boundAt(0);
  const lastTo = (reached: number, first: number) =>
    lastWhere(first, steps.length - 1, (step) => cover.boundAt(steps[step]!) >= reached);
  watch('cover', 0, 2);
  const top = lastTo(bound, 0);
  const best = await opens(asked, steps[top]!, bound);
  if (typeof best !== 'string')
    return { circles: best, reached: bound, least: steps[top]!, isMost: true, isBestWorst: true };
  const start = await mostReached(asked, bound);
  watch('cover', 1, 2);
  const worstOf = (circles: readonly (readonly number[])[]) => stepOf(steps, worstIn(tables, circles));
  let [low, circles] = [worstOf(start.circles), start.circles];
  let high = lastTo(start.reached, low);
  while (low < high) {
    const step = Math.ceil((low + high) / 2);
    const answer = await opens(asked, steps[step]!, start.reached);
    if (answer === 'outOfTime') break;
    if (answer === 'impossible') high = step - 1;
    else {
      circles = answer;
      low = Math.max(step, Math.min(high, worstOf(circles)));
    }
  }
  return { ...start, circles, least: steps[low]!, isBestWorst: low >= high };
}

type Reached = Pick<Levels, 'reached' | 'circles' | 'isMost'>;

async function mostReached({ tables, size, worth, cover, solve }: Asked, bound: number): Promise<Reached> {
  const found = cover.circlesAt(0, bound === cover.all) ?? cover.circlesAt(0, false);
  const { reached, circles } = found ?? { reached: 0, circles: tables.tables.map(() => []) };
  if (reached === bound) return { reached, circles, isMost: true };
  const points = worth.map((one) => one?.points ?? 0);
  const text = smallestProgramme(tables, size, { worth: points, least: 0 });
  const solved = await solve({ text, relativeGap: 0, absoluteGap: 0.5 });
  if (typeof solved === 'string') return { reached, circles, isMost: false };
  const better = chosenIn(tables, solved);
  return {
    circles: better,
    reached: better.reduce((sum, { length }, e) => sum + (length > 0 ? points[e]! : 0), 0),
    isMost: true,
  };
}

/** Circles worth so many points in which nobody sits below a fit. */
async function opens(
  { tables, size, worth, cover, solve }: Asked,
  least: number,
  reached: number,
): Promise<number[][] | Unsolved> {
  if (cover.boundAt(least) < reached) return 'impossible';
  const found = cover.circlesAt(least, reached === cover.all);
  if (found && found.reached >= reached) return found.circles;
  const text = smallestProgramme(tables, size, {
    worth: worth.map((one) => one?.points ?? 0),
    ...{ least, reached },
  });
  const solved = await solve({ text, relativeGap: 0, absoluteGap: 0 });
  return typeof solved === 'string' ? solved : chosenIn(tables, solved);
}

/** All fits there are, from nothing up: the steps in which the lowest may rise. */
function fitsOf({ tables }: Tables): number[] {
  const fits = tables.flatMap(({ seats }) => seats.filter(({ isPinned }) => !isPinned).map(({ fit }) => fit));
  return [...new Set([0, ...fits])].sort((a, b) => a - b);
}

/** The lowest fit of these, pinned aside. */
function worstIn({ tables }: Tables, circles: readonly (readonly number[])[]): number {
  const fits = circles.flatMap((places, e) =>
    places.map((place) => tables[e]!.seats[place]!).flatMap(({ fit, isPinned }) => (isPinned ? [] : fit)),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...fits);
}

/** The last step that is not above a fit. */
const stepOf = (steps: readonly number[], fit: number): number => steps.findLastIndex((step) => step <= fit);

/** The last of these steps at which something holds that holds at the first, and once it does not, no more. */
function lastWhere(first: number, last: number, holds: (step: number) => boolean): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
