import type { Problem } from '#domain/matching/problem.ts';
import type { Lists } from './lists.ts';

/** What leaving an executive out costs, in permille of fit: more than any chain of changes can earn. */
export const OWED = { covered: 1 << 28, waiting: 1 << 28 };
/** More people than this, and a chain of changes could earn as much as somebody is owed. */
const MOST_PEOPLE = OWED.covered / 2000;

/** No better value is known yet. */
export const NOTHING = -0x7fffffff;

/**
 * Who sits with whom at which price. Between any two steps three things hold, which together prove the best
 * total for the lists as they stand: nobody would rather have a mentor they don't have at today's prices, nobody
 * pays more than it is worth to them, and a place that is free costs nothing.
 */
export class Assignment {
  readonly problem: Problem;
  lists: Lists;
  readonly prices: Int32Array;
  /** What an executive's first place is worth on top of its fit. */
  readonly owed: Int32Array;
  /** Places by mentor: who holds them and at which fit; `taken` of them, packed to the front. */
  readonly placeFrom: Int32Array;
  readonly holder: Int32Array;
  readonly holderFit: Int32Array;
  readonly taken: Int32Array;
  /** Mentors by executive, `count` of them, packed to the front. */
  readonly slotFrom: Int32Array;
  readonly slot: Int32Array;
  readonly slotFit: Int32Array;
  readonly count: Int32Array;

  constructor(problem: Problem, lists: Lists) {
    const { room, mentorRoom, open, waiting } = problem;
    if (room.length + mentorRoom.length > MOST_PEOPLE)
      throw new RangeError(`A round holds at most ${MOST_PEOPLE} people.`);
    this.problem = problem;
    this.lists = lists;
    this.prices = new Int32Array(mentorRoom.length);
    this.owed = Int32Array.from(open, (flag, e) => flag * OWED.covered + waiting[e]! * OWED.waiting);
    this.placeFrom = offsets(mentorRoom);
    this.holder = new Int32Array(this.placeFrom.at(-1)!).fill(-1);
    this.holderFit = new Int32Array(this.holder.length);
    this.taken = new Int32Array(mentorRoom.length);
    this.slotFrom = offsets(room);
    this.slot = new Int32Array(this.slotFrom.at(-1)!).fill(-1);
    this.slotFit = new Int32Array(this.slot.length);
    this.count = new Int32Array(room.length);
  }

  hasRoom(mentor: number): boolean {
    return this.taken[mentor]! < this.problem.mentorRoom[mentor]!;
  }

  holds(executive: number, mentor: number): boolean {
    const first = this.slotFrom[executive]!;
    for (let s = first, end = first + this.count[executive]!; s < end; s++)
      if (this.slot[s] === mentor) return true;
    return false;
  }

  give(executive: number, mentor: number, fit: number): void {
    const place = this.placeFrom[mentor]! + this.taken[mentor]!++;
    this.holder[place] = executive;
    this.holderFit[place] = fit;
    const slot = this.slotFrom[executive]! + this.count[executive]!++;
    this.slot[slot] = mentor;
    this.slotFit[slot] = fit;
  }

  /** O(places of both). */
  take(executive: number, mentor: number): void {
    const last = this.placeFrom[mentor]! + --this.taken[mentor]!;
    const place = this.holder.indexOf(executive, this.placeFrom[mentor]!);
    this.holder[place] = this.holder[last]!;
    this.holderFit[place] = this.holderFit[last]!;
    const lastSlot = this.slotFrom[executive]! + --this.count[executive]!;
    const slot = this.slot.indexOf(mentor, this.slotFrom[executive]!);
    this.slot[slot] = this.slot[lastSlot]!;
    this.slotFit[slot] = this.slotFit[lastSlot]!;
  }

  /** What going without one more mentor is worth to an executive who has `count`: nothing, or what is owed. */
  without(executive: number, count: number): number {
    return count === 0 ? -this.owed[executive]! : 0;
  }

  /** The least that any of an executive's places is worth at today's prices; a mentor worth more breaks the proof. */
  worth(executive: number): number {
    const [first, count] = [this.slotFrom[executive]!, this.count[executive]!];
    let least = count < this.problem.room[executive]! ? this.without(executive, count) : 0x7fffffff;
    for (let s = first; s < first + count; s++)
      least = Math.min(least, this.slotFit[s]! - this.prices[this.slot[s]!]!);
    return least;
  }
}

function offsets(sizes: Int32Array): Int32Array {
  const from = new Int32Array(sizes.length + 1);
  for (const [n, size] of sizes.entries()) from[n + 1] = from[n]! + size;
  return from;
}
