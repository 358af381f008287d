import type { PersonId } from '../ids.ts';

/** Who may meet whom, by executive: mentors with their fit, best first, then those who wait, then by id. */
export type Choices = ReadonlyMap<PersonId, readonly { mentor: PersonId; fit: number }[]>;
/** Executive → mentor. */
export type Assignment = Map<PersonId, PersonId>;

/**
 * Gives as many executives as possible a mentor within the mentors' room, by augmenting paths (Kuhn's method,
 * breadth first). Whoever comes first in `order` is never dropped for somebody later: the executives that can
 * be covered together form a matroid, so taking them greedily loses nobody in number.
 */
export function cover(
  order: readonly PersonId[],
  choices: Choices,
  room: ReadonlyMap<PersonId, number>,
): Assignment {
  const assignment: Assignment = new Map();
  const mentored = new Map<PersonId, PersonId[]>();
  for (const executive of order) {
    const path = findPath(executive, choices, room, mentored);
    for (const step of path) seat(step.executive, step.mentor, assignment, mentored);
  }
  return assignment;
}

interface Step {
  executive: PersonId;
  mentor: PersonId;
}

/** Who moves to which mentor so that `start` gets one too; empty when nobody can be moved. */
function findPath(
  start: PersonId,
  choices: Choices,
  room: ReadonlyMap<PersonId, number>,
  mentored: ReadonlyMap<PersonId, readonly PersonId[]>,
): Step[] {
  const cameBy = new Map<PersonId, PersonId>();
  const cameThrough = new Map<PersonId, PersonId>();
  const queue = [start];
  for (let executive = queue.shift(); executive !== undefined; executive = queue.shift()) {
    for (const { mentor } of choices.get(executive) ?? []) {
      if (cameBy.has(mentor)) continue;
      cameBy.set(mentor, executive);
      const seated = mentored.get(mentor) ?? [];
      if (seated.length < (room.get(mentor) ?? 0)) return walkBack(mentor, start, cameBy, cameThrough);
      for (const next of seated) {
        cameThrough.set(next, mentor);
        queue.push(next);
      }
    }
  }
  return [];
}

function walkBack(
  last: PersonId,
  start: PersonId,
  cameBy: ReadonlyMap<PersonId, PersonId>,
  cameThrough: ReadonlyMap<PersonId, PersonId>,
): Step[] {
  const steps: Step[] = [];
  for (let mentor: PersonId | undefined = last; mentor !== undefined; ) {
    const executive = cameBy.get(mentor);
    if (executive === undefined) break;
    steps.push({ executive, mentor });
    mentor = executive === start ? undefined : cameThrough.get(executive);
  }
  return steps;
}

function seat(
  executive: PersonId,
  mentor: PersonId,
  assignment: Assignment,
  mentored: Map<PersonId, PersonId[]>,
): void {
  const before = assignment.get(executive);
  if (before !== undefined)
    mentored.set(
      before,
      (mentored.get(before) ?? []).filter((one) => one !== executive),
    );
  assignment.set(executive, mentor);
  mentored.set(mentor, [...(mentored.get(mentor) ?? []), executive]);
}
