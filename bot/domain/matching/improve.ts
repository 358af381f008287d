import type { PersonId } from '../ids.ts';
import type { Assignment, Choices } from './cover.ts';

/** Swaps compare every two pairs; beyond this many pairs a pass would be felt, and a better engine is needed. */
const MOST_PAIRS = 1500;
const MOST_PASSES = 20;

/**
 * Raises the total fit without leaving anybody out: moves an executive to a mentor with room, or lets two
 * executives swap mentors, always the first gain in the order of ids, until a pass gains nothing.
 */
export function improve(
  assignment: Assignment,
  choices: Choices,
  room: ReadonlyMap<PersonId, number>,
): Assignment {
  const better: Assignment = new Map(assignment);
  if (better.size > MOST_PAIRS) return better;
  const fits = new Map(
    [...choices].map(([executive, all]) => [executive, new Map(all.map(({ mentor, fit }) => [mentor, fit]))]),
  );
  const fit = (executive: PersonId, mentor: PersonId) => fits.get(executive)?.get(mentor) ?? -1;
  const executives = [...better.keys()].sort();
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const moved = move(executives, better, choices, room);
    const swapped = swap(executives, better, fit);
    if (!moved && !swapped) break;
  }
  return better;
}

function move(
  executives: readonly PersonId[],
  assignment: Assignment,
  choices: Choices,
  room: ReadonlyMap<PersonId, number>,
): boolean {
  const taken = new Map<PersonId, number>();
  for (const mentor of assignment.values()) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  let gained = false;
  for (const executive of executives) {
    const now = assignment.get(executive);
    for (const { mentor } of choices.get(executive) ?? []) {
      if (now === undefined || mentor === now) break;
      if ((taken.get(mentor) ?? 0) >= (room.get(mentor) ?? 0)) continue;
      if (fitIn(choices, executive, mentor) <= fitIn(choices, executive, now)) break;
      assignment.set(executive, mentor);
      taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
      taken.set(now, (taken.get(now) ?? 0) - 1);
      gained = true;
      break;
    }
  }
  return gained;
}

const fitIn = (choices: Choices, executive: PersonId, mentor: PersonId): number =>
  choices.get(executive)?.find((choice) => choice.mentor === mentor)?.fit ?? -1;

function swap(
  executives: readonly PersonId[],
  assignment: Assignment,
  fit: (executive: PersonId, mentor: PersonId) => number,
): boolean {
  let gained = false;
  for (const [n, one] of executives.entries()) {
    for (const other of executives.slice(n + 1)) {
      const mine = assignment.get(one);
      const theirs = assignment.get(other);
      if (mine === undefined || theirs === undefined || mine === theirs) continue;
      const [crossed, back] = [fit(one, theirs), fit(other, mine)];
      if (crossed < 0 || back < 0 || crossed + back <= fit(one, mine) + fit(other, theirs)) continue;
      assignment.set(one, theirs);
      assignment.set(other, mine);
      gained = true;
    }
  }
  return gained;
}
