import type { Problem } from '#domain/matching/problem.ts';
import type { Watch } from '#domain/matching/types.ts';
import { Assignment } from './assignment.ts';
import { auction } from './auction.ts';
import { type Bottleneck, raiseBottleneck } from './bottleneck.ts';
import { generateColumns } from './columnGeneration.ts';
import { type Coverage, coverMost, type Seats } from './coverage.ts';
import type { FitRows } from './fitRows.ts';
import { Additions, Lists } from './lists.ts';
import { Paths } from './paths.ts';

/** Who is covered is decided among so many mentors each: the best by fit, then the best by fit minus price. */
const BY_FIT = 12;
const BY_PRICE = 12;
/**
 * The total is decided among so many, and those that pricing adds. A path search looks at all that are listed:
 * at 5,000 × 5,000 lists of 12 spare it seven eighths of what lists of 48 cost.
 */
const AT_FIRST = 12;
/** Every so many executives the watcher is told. */
const STEP = 256;

export interface Solution {
  pairs: { executive: number; mentor: number; fit: number }[];
  prices: Int32Array;
  coverage: Coverage;
  worst: Bottleneck;
}

/**
 * The best assignment of a whole cohort: coverage first, those who waited second, the worst-off pair third, the
 * total last. Works on short lists and looks at every admissible pair again at today's prices until none would
 * do better, so that the answer is best for all pairs, not for the lists.
 */
export function solve(problem: Problem, watch: Watch, rows: FitRows): Solution {
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
  const worst = raiseBottleneck(problem, rows, lists, coverage);
  lists.narrow(prices, AT_FIRST);
  list(worst.seats, lists);
  watch('assign', 0, 1);
  const assignment = assign(problem, lists, worst.least);
  generateColumns(assignment, rows, { least: worst.least, tell: tell('price') });
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
  auction(first, 1);
  const added = new Additions();
  for (let e = 0; e < lists.executives; e++) {
    tell(e);
    if (lists.beyond[e]! > 0) lists.pick(e, rows, first.prices, { above: 0, most: BY_PRICE }, added);
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
  for (const executive of auction(assignment, least)) paths.seat(executive);
  for (const [executive, room] of problem.room.entries())
    for (let place = 1; place < room; place++) paths.seat(executive);
  return assignment;
}

function pairsOf({ problem, slot, slotFit, slotFrom, count }: Assignment): Solution['pairs'] {
  return [...problem.room.keys()].flatMap((executive) =>
    Array.from({ length: count[executive]! }, (_, n) => {
      const at = slotFrom[executive]! + n;
      return { executive, mentor: slot[at]!, fit: slotFit[at]! };
    }),
  );
}
