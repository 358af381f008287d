import type { Assignment } from './assignment.ts';
import type { FitRows, Suits } from './fitRows.ts';
import { Additions } from './lists.ts';
import { Paths } from './paths.ts';

/** How many mentors an executive's list grows by at most when pricing finds better ones. */
const AT_ONCE = 8;

/** To look a mentor up takes as long as to pass by so many. */
const SEARCH = 12;

/** Prices all pairs and repairs until no pair is worth more than what its executive has. */
export function settle(
  assignment: Assignment,
  rows: FitRows,
  { least, tell }: { least: number; tell: (executive: number) => void },
): void {
  const paths = new Paths(assignment, least);
  let before: Before | undefined;
  for (;;) {
    const added = findBetter(assignment, rows, { least, tell, before });
    if (added.length === 0) return;
    before = { prices: assignment.prices.slice(), worth: worths(assignment), added };
    assignment.lists.add(added);
    paths.forgetColumns();
    repair(assignment, paths, [...new Set(added.executive)]);
  }
}

/** What everything was worth when all pairs were last looked at. */
interface Before {
  prices: Int32Array;
  worth: Int32Array;
  /** Whoever got some pairs may be missing more. */
  added: Additions;
}

const worths = (assignment: Assignment): Int32Array =>
  Int32Array.from({ length: assignment.lists.executives }, (_, e) => assignment.worth(e));

/**
 * Pairs worth more than what their executive has. Once all were looked at, a pair that was none can only become
 * one when its mentor's price fell or its executive's worth did.
 */
function findBetter(
  assignment: Assignment,
  rows: FitRows,
  { least, tell, before }: { least: number; tell: (executive: number) => void; before: Before | undefined },
): Additions {
  const { lists, prices, problem } = assignment;
  const fallen = prices.map((_, m) => m).filter((m) => before && prices[m]! < before.prices[m]!);
  const unsure = new Set(before?.added.executive);
  const added = new Additions();
  for (let e = 0; e < lists.executives; e++) {
    tell(e);
    if (problem.room[e] === 0 || lists.beyond[e]! < least) continue;
    const above = assignment.worth(e);
    if (lists.beyond[e]! <= above) continue;
    const suits = rows.suits(e);
    const isSure = before && !unsure.has(e) && above >= before.worth[e]!;
    if (isSure && fallen.length * SEARCH < suits.fit.length) {
      if (!isAnyAbove(above, suits, { prices, among: fallen })) continue;
    }
    lists.pick(e, suits, prices, { above, most: AT_ONCE, least }, added);
  }
  return added;
}

/** Looks each mentor up among those who suit. */
function isAnyAbove(
  above: number,
  { mentor, fit }: Suits,
  { prices, among }: { prices: Int32Array; among: Int32Array },
): boolean {
  for (let n = 0; n < among.length; n++) {
    const m = among[n]!;
    let [low, high] = [0, mentor.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentor[middle]! < m) low = middle + 1;
      else high = middle;
    }
    if (mentor[low] === m && fit[low]! - prices[m]! > above) return true;
  }
  return false;
}

/** All who could do better stand up first; then each sits down again, and mentors who lost somebody offer. */
function repair(assignment: Assignment, paths: Paths, executives: readonly number[]): void {
  const { slot, slotFrom, count, prices, problem } = assignment;
  const freed = new Set<number>();
  for (const e of executives)
    while (count[e]! > 0) {
      const mentor = slot[slotFrom[e]!]!;
      freed.add(mentor);
      assignment.take(e, mentor);
    }
  for (const e of executives) for (let place = 0; place < problem.room[e]!; place++) paths.seat(e);
  for (const mentor of freed) while (assignment.hasRoom(mentor) && prices[mentor]! > 0) paths.offer(mentor);
}
