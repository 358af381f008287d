import { Assignment } from './assignment.ts';
import { bid } from './bids.ts';
import { type Coverage, coverMost, type Seats } from './coverage.ts';
import { FitRows } from './fitRows.ts';
import { Additions, Lists } from './lists.ts';
import { Paths } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Watch } from './types.ts';
import { raiseWorst, type Worst } from './worst.ts';

/** Who is covered is decided among so many mentors each: the best by fit, then the best by fit minus price. */
const BY_FIT = 12;
const BY_PRICE = 12;
/**
 * The total is decided among so many, and so many more each time when pricing finds better ones. A path search
 * looks at all that are listed: at 5,000 × 5,000 lists of 12 spare it seven eighths of what lists of 48 cost.
 */
const AT_FIRST = 12;
const AT_ONCE = 8;
/** Every so many executives the watcher is told. */
const STEP = 256;

export interface Solution {
  pairs: { executive: number; mentor: number; fit: number }[];
  prices: Int32Array;
  coverage: Coverage;
  worst: Worst;
}

/**
 * The best assignment of a whole cohort: coverage first, those who waited second, the worst-off pair third, the
 * total last. Works on short lists and looks at every admissible pair again at today's prices until none would
 * do better, so that the answer is best for all pairs, not for the lists.
 */
export function solve(problem: Problem, watch: Watch, rows = new FitRows(problem)): Solution {
  const size = { executives: problem.executives.length, mentors: problem.mentors.length };
  const tell = (phase: Parameters<Watch>[0]) => (executive: number) => {
    if (executive % STEP === 0) watch(phase, executive, size.executives);
  };
  watch('compare', 0, size.executives);
  const lists = Lists.byFit(rows, { ...size, most: BY_FIT }, tell('compare'));
  watch('refine', 0, size.executives);
  const { start, prices } = refine(problem, rows, lists, tell('refine'));
  watch('cover', 0, 1);
  const coverage = coverMost(problem, rows, lists, { least: 1, start });
  const worst = raiseWorst(problem, rows, lists, coverage);
  lists.narrow(prices, AT_FIRST);
  list(worst.seats, lists);
  watch('assign', 0, 1);
  const assignment = assign(problem, lists, worst.least);
  settle(assignment, rows, { least: worst.least, tell: tell('price') });
  return { pairs: pairsOf(assignment), prices: assignment.prices, coverage, worst };
}

/**
 * Prices from a first round of bids, and with them the mentors worth most at those prices. Without this the
 * wanted mentors stand on every list and the free ones on none. Returns the prices, and who won a place.
 */
function refine(
  problem: Problem,
  rows: FitRows,
  lists: Lists,
  tell: (executive: number) => void,
): { prices: Int32Array; start: Seats } {
  const first = new Assignment(problem, lists);
  bid(first, 1);
  const added = new Additions();
  for (let e = 0; e < lists.executives; e++) {
    tell(e);
    if (lists.beyond[e]! > 0) lists.pick(e, rows.row(e), first.prices, { above: 0, most: BY_PRICE }, added);
  }
  lists.add(added);
  const held = (of: Int32Array, none: number) =>
    Int32Array.from(first.count, (count, e) =>
      count > 0 && problem.open[e] ? of[first.slotFrom[e]!]! : none,
    );
  const start = { mentorOf: held(first.slot, -1), fitOf: held(first.slotFit, 0) };
  return { prices: first.prices, start };
}

/** Makes sure that the pairs which cover everybody are listed. */
function list({ mentorOf, fitOf }: Seats, lists: Lists): void {
  const added = new Additions();
  for (const [e, m] of mentorOf.entries()) if (m >= 0 && !lists.has(e, m)) added.note(e, m, fitOf[e]!);
  lists.add(added);
}

/** The best total for the lists as they stand. */
function assign(problem: Problem, lists: Lists, least: number): Assignment {
  const assignment = new Assignment(problem, lists);
  const paths = new Paths(assignment, least);
  for (const executive of bid(assignment, least)) paths.seat(executive);
  for (const [executive, room] of problem.room.entries())
    for (let place = 1; place < room; place++) paths.seat(executive);
  return assignment;
}

/** Prices all pairs and repairs until no pair is worth more than what its executive has. */
function settle(
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
    const row = rows.row(e);
    const isSure = before && !unsure.has(e) && above >= before.worth[e]!;
    if (isSure && !isAnyAbove(above, row, { prices, among: fallen })) continue;
    lists.pick(e, row, prices, { above, most: AT_ONCE, least }, added);
  }
  return added;
}

function isAnyAbove(
  above: number,
  row: Uint16Array,
  { prices, among }: { prices: Int32Array; among: Int32Array },
): boolean {
  for (let k = 0; k < among.length; k++) if (row[among[k]!]! - prices[among[k]!]! > above) return true;
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

function pairsOf({ problem, slot, slotFit, slotFrom, count }: Assignment): Solution['pairs'] {
  return [...problem.room.keys()].flatMap((executive) =>
    Array.from({ length: count[executive]! }, (_, n) => {
      const at = slotFrom[executive]! + n;
      return { executive, mentor: slot[at]!, fit: slotFit[at]! };
    }),
  );
}
