import type { Problem } from '#domain/matching/problem.ts';
import { type Coverage, type CutOff, coverMost, type Seats } from './coverage.ts';
import type { FitRows } from './fitRows.ts';
import type { Lists } from './lists.ts';

export interface Bottleneck {
  /** No pair below this fit is needed. */
  least: number;
  /** Covers as many as can be with pairs of at least that fit. */
  seats: Seats;
  /** Why one permille more would leave somebody out; none when nobody can be covered anyway. */
  cut: (CutOff & { of: 'covered' | 'waiting' }) | undefined;
}

/**
 * The best worst-off pair (bottleneck assignment): the highest fit such that pairs of at least it cover as many
 * executives, and as many who waited, as all pairs do. Halves the range each time, keeping what it has: about
 * ten searches, each of which seats again only those below the new bound.
 */
export function raiseBottleneck(problem: Problem, rows: FitRows, lists: Lists, most: Coverage): Bottleneck {
  if (most.covered === 0) return { least: Math.max(1, problem.floor), seats: most.seats, cut: undefined };
  const mayMiss = missedBy(problem, most);
  let seats = most.seats;
  let low = lowest(seats);
  let high = boundOf(problem, lists, most.covered) + 1;
  let refusal: Coverage | undefined;
  while (!refusal || low + 1 < high) {
    const least = low + 1 < high ? (low + high) >> 1 : high;
    const tried = coverMost(problem, rows, lists, { least, start: seats, mayMiss });
    if (tried.lost) {
      refusal = tried;
      high = least;
    } else {
      seats = tried.seats;
      low = lowest(seats);
    }
  }
  return { least: low, seats, cut: cutOf(refusal) };
}

function missedBy({ open, waiting }: Problem, most: Coverage): { covered: number; waiting: number } {
  const sum = (flags: Uint8Array) => flags.reduce((total, flag) => total + flag, 0);
  return { covered: sum(open) - most.covered, waiting: sum(waiting) - most.waiting };
}

const lowest = ({ fitOf }: Seats): number =>
  fitOf.reduce((least, fit) => (fit > 0 && fit < least ? fit : least), 1000);

/** As many executives must be covered, so that the worst can't be above the best fit of the last of them. */
function boundOf({ open }: Problem, lists: Lists, covered: number): number {
  const best = lists.best.filter((_, e) => open[e]).sort((a, b) => b - a);
  return best[covered - 1] ?? 0;
}

const cutOf = (refusal: Coverage): Bottleneck['cut'] =>
  refusal.lost === 'waiting'
    ? { of: 'waiting', ...refusal.waitingCut }
    : { of: 'covered', ...refusal.coveredCut };
