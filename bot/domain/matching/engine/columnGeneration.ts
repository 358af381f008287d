import type { Assignment } from './assignment.ts';
import type { FitRows } from './fitRows.ts';
import { Additions } from './lists.ts';
import { Paths } from './paths.ts';

/** How many mentors an executive's list grows by at most when pricing finds better ones. */
const AT_ONCE = 8;

/** Prices all pairs and repairs until no pair is worth more than what its executive has. */
export function generateColumns(
  assignment: Assignment,
  rows: FitRows,
  { least, tell }: { least: number; tell: (executive: number) => void },
): void {
  const paths = new Paths(assignment, least);
  for (;;) {
    const added = findBetter(assignment, rows, { least, tell });
    if (added.length === 0) return;
    assignment.lists.add(added);
    paths.forgetColumns();
    repair(assignment, paths, [...new Set(added.executive)]);
  }
}

/** Pairs worth more than what their executive has. */
function findBetter(
  assignment: Assignment,
  rows: FitRows,
  { least, tell }: { least: number; tell: (executive: number) => void },
): Additions {
  const { lists, prices, problem } = assignment;
  const added = new Additions();
  for (let e = 0; e < lists.executives; e++) {
    tell(e);
    if (problem.room[e] === 0 || lists.beyond[e]! < least) continue;
    const above = assignment.worth(e);
    if (lists.beyond[e]! > above) lists.pick(e, rows, prices, { above, most: AT_ONCE, least }, added);
  }
  return added;
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
