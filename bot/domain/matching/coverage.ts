import type { FitRows } from './fitRows.ts';
import type { Lists } from './lists.ts';
import type { Problem } from './problem.ts';

/** Nobody in `executives` suits a mentor outside `mentors`. */
export interface CutOff {
  executives: number[];
  mentors: number[];
}

/** Who would be covered by pairs of at least some fit, and why nobody more. */
export interface Coverage {
  covered: number;
  waiting: number;
  seats: Seats;
  coveredCut: CutOff;
  waitingCut: CutOff;
  /** Of whom too many would be missed, when it was given up. */
  lost: 'covered' | 'waiting' | undefined;
}

/** By executive the mentor, or -1, and their fit, or 0. */
export interface Seats {
  mentorOf: Int32Array;
  fitOf: Int32Array;
}

export interface CoverageWish {
  /** Only pairs of at least this fit. */
  least: number;
  /** An assignment to start from. */
  start?: Seats;
  /** Give up once more than so many are missed, of everybody and of those who waited. */
  mayMiss?: { covered: number; waiting: number };
}

/**
 * The most executives that can have a mentor, those who waited first. Augmenting paths (Kuhn 1955), breadth
 * first: nobody who is covered is ever dropped, and sets that can be covered together form a matroid, so that
 * taking the waiting ones first costs nobody. A failed search proves itself: what it reached is a cut, and no
 * later search can pass through it. Looks at the lists first and at whole rows only when they don't do.
 * O(executives × pairs) at worst, about one row per executive left out in practice.
 */
export function coverMost(problem: Problem, rows: FitRows, lists: Lists, wish: CoverageWish): Coverage {
  return new Cover(problem, rows, lists, wish).run();
}

class Cover {
  readonly #problem: Problem;
  readonly #rows: FitRows;
  readonly #lists: Lists;
  readonly #wish: CoverageWish;
  readonly #mentorOf: Int32Array;
  readonly #fitOf: Int32Array;
  readonly #holders: number[][];
  /** The executive through whom a mentor was reached, and the search that did. */
  readonly #cameBy: Int32Array;
  readonly #cameFit: Int32Array;
  readonly #reachedIn: Int32Array;
  readonly #reached: number[] = [];
  readonly #isClosed: Uint8Array;
  readonly #cut: CutOff = { executives: [], mentors: [] };
  #search = 0;
  /** Mentors that the search hasn't reached, so many; below 0 while it has looked at lists only. */
  readonly #left: Int32Array;
  #many = -1;

  constructor(problem: Problem, rows: FitRows, lists: Lists, wish: CoverageWish) {
    const mentors = problem.mentors.length;
    this.#problem = problem;
    this.#rows = rows;
    this.#lists = lists;
    this.#wish = wish;
    this.#mentorOf = new Int32Array(problem.executives.length).fill(-1);
    this.#fitOf = new Int32Array(problem.executives.length);
    this.#holders = Array.from({ length: mentors }, () => []);
    this.#cameBy = new Int32Array(mentors);
    this.#cameFit = new Int32Array(mentors);
    this.#reachedIn = new Int32Array(mentors);
    this.#isClosed = new Uint8Array(mentors);
    this.#left = new Int32Array(mentors);
  }

  run(): Coverage {
    const { open, waiting } = this.#problem;
    const mayMiss = this.#wish.mayMiss ?? { covered: Infinity, waiting: Infinity };
    const order = [...open.keys()].filter((e) => open[e]);
    const first = order.filter((e) => waiting[e]);
    const rest = order.filter((e) => !waiting[e]);
    const missedWaiting = this.#seat(first, mayMiss.waiting);
    const waitingCut = this.#copyOfCut();
    const lostWaiting = missedWaiting > mayMiss.waiting;
    const missed = missedWaiting + (lostWaiting ? 0 : this.#seat(rest, mayMiss.covered - missedWaiting));
    return {
      covered: order.length - missed,
      waiting: first.length - missedWaiting,
      seats: { mentorOf: this.#mentorOf, fitOf: this.#fitOf },
      coveredCut: this.#copyOfCut(),
      waitingCut,
      lost: lostWaiting ? 'waiting' : missed > mayMiss.covered ? 'covered' : undefined,
    };
  }

  #copyOfCut = (): CutOff => ({
    executives: [...this.#cut.executives],
    mentors: [...this.#cut.mentors],
  });

  /** Seats them one after the other; returns how many can't be, at most one more than `most`. */
  #seat(executives: readonly number[], most: number): number {
    let missed = 0;
    for (const e of executives) this.#keepStart(e);
    for (const e of executives) {
      if (this.#mentorOf[e]! >= 0 || this.#find(e)) continue;
      missed++;
      if (missed > most) break;
    }
    return missed;
  }

  #keepStart(e: number): void {
    const m = this.#wish.start?.mentorOf[e] ?? -1;
    const fit = this.#wish.start?.fitOf[e] ?? 0;
    if (m < 0 || fit < this.#wish.least || this.#holders[m]!.length >= this.#problem.mentorRoom[m]!) return;
    this.#mentorOf[e] = m;
    this.#fitOf[e] = fit;
    this.#holders[m]!.push(e);
  }

  #find(root: number): boolean {
    this.#search++;
    this.#reached.length = 0;
    this.#many = -1;
    const queue = [root];
    let [near, far] = [0, 0];
    while (far < queue.length) {
      const whole = near === queue.length;
      const e = whole ? queue[far++]! : queue[near++]!;
      const spare = whole ? this.#lookAtRow(e, queue) : this.#lookAtList(e, queue);
      if (spare < 0) continue;
      this.#shift(spare);
      return true;
    }
    this.#close(queue);
    return false;
  }

  #lookAtList(e: number, queue: number[]): number {
    const { from, mentor, fit } = this.#lists;
    for (let q = from[e]!, end = from[e + 1]!; q < end && fit[q]! >= this.#wish.least; q++)
      if (this.#reach(e, mentor[q]!, fit[q]!, queue)) return mentor[q]!;
    return -1;
  }

  #lookAtRow(e: number, queue: number[]): number {
    const least = Math.max(1, this.#wish.least);
    if (this.#lists.beyond[e]! < least) return -1;
    const row = this.#rows.row(e);
    const left = this.#left;
    if (this.#many < 0) this.#many = this.#leaveUnreached();
    const many = this.#many;
    this.#many = 0;
    for (let k = 0; k < many; k++) {
      const m = left[k]!;
      if (row[m]! < least) left[this.#many++] = m;
      else if (this.#reach(e, m, row[m]!, queue)) return m;
    }
    return -1;
  }

  /** Writes down whom this search hasn't reached: whoever is reached need not be looked at again. */
  #leaveUnreached(): number {
    let many = 0;
    for (let m = 0; m < this.#left.length; m++)
      if (this.#reachedIn[m] !== this.#search && !this.#isClosed[m]) this.#left[many++] = m;
    return many;
  }

  /** True when the mentor has room; else whoever holds a place there is asked to move. */
  #reach(e: number, m: number, fit: number, queue: number[]): boolean {
    if (this.#reachedIn[m] === this.#search || this.#isClosed[m]) return false;
    this.#reachedIn[m] = this.#search;
    this.#cameBy[m] = e;
    this.#cameFit[m] = fit;
    this.#reached.push(m);
    const holders = this.#holders[m]!;
    if (holders.length < this.#problem.mentorRoom[m]!) return true;
    for (const holder of holders) queue.push(holder);
    return false;
  }

  #shift(spare: number): void {
    for (let m = spare; m >= 0; ) {
      const e = this.#cameBy[m]!;
      const before = this.#mentorOf[e]!;
      if (before >= 0) this.#holders[before]!.splice(this.#holders[before]!.indexOf(e), 1);
      this.#mentorOf[e] = m;
      this.#fitOf[e] = this.#cameFit[m]!;
      this.#holders[m]!.push(e);
      m = before;
    }
  }

  /** Nobody reached can ever move: they and their mentors are out of the game. */
  #close(queue: readonly number[]): void {
    for (const e of queue) this.#cut.executives.push(e);
    for (const m of this.#reached) {
      this.#isClosed[m] = 1;
      this.#cut.mentors.push(m);
    }
  }
}
