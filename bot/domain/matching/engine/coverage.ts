import type { Problem } from '#domain/matching/problem.ts';
import type { FitRows, Suits } from './fitRows.ts';
import type { Lists } from './lists.ts';
import { fitIn, leastOf, otherIn } from './packed.ts';

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
  /** The fewest that can be missed, of everybody and of those who waited: lost once it is more. */
  mayMiss?: { covered: number; waiting: number };
}

/**
 * The most executives that can have a mentor, those who waited first. Augmenting paths (Kuhn 1955), searched
 * for breadth first from everybody without a mentor at once, each mentor reached from one side only, so that
 * one search seats many: nobody who is covered is ever dropped, and sets that can be covered together form a
 * matroid, so that taking the waiting ones first costs nobody. The search that seats nobody is the proof: what
 * it reached is a cut, and no later search can pass through it. Looks at the lists first and at whole rows only
 * when they don't do. O(pairs) a search, a handful of searches in practice.
 */
export function coverMost(problem: Problem, rows: FitRows, lists: Lists, wish: CoverageWish): Coverage {
  return new Cover(problem, rows, lists, wish).run();
}

/** Some of an executive's pairs, the best fit first. */
type Listed = Omit<Suits, 'beyond'>;

/** Later than any search. */
const CLOSED = 0x7fffffff;

class Cover {
  readonly #problem: Problem;
  readonly #rows: FitRows;
  readonly #lists: Lists;
  readonly #wish: CoverageWish;
  readonly #mentorOf: Int32Array;
  readonly #fitOf: Int32Array;
  readonly #holders: number[][];
  /** The executive through whom a mentor was reached, and the last search that did. */
  readonly #cameBy: Int32Array;
  readonly #cameFit: Int32Array;
  readonly #reachedIn: Int32Array;
  /** By executive, the one without a mentor from whom the search came; whoever of them is seated comes no further. */
  readonly #root: Int32Array;
  readonly #cut = { executives: new Set<number>(), mentors: [] as number[] };
  #search = 0;

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
    this.#root = new Int32Array(problem.executives.length);
  }

  run(): Coverage {
    const { open, waiting } = this.#problem;
    const { mayMiss } = this.#wish;
    const order = [...open.keys()].filter((e) => open[e]);
    const first = order.filter((e) => waiting[e]);
    const missedWaiting = this.#seat(first, mayMiss?.waiting);
    const waitingCut = this.#copyOfCut();
    const isLost = missedWaiting > (mayMiss?.waiting ?? first.length);
    // Whoever waited and is missed is looked for again, so that the cut holds all who are missed.
    const missed = isLost ? missedWaiting : this.#seat(order, mayMiss?.covered);
    return {
      covered: order.length - missed,
      waiting: first.length - missedWaiting,
      seats: { mentorOf: this.#mentorOf, fitOf: this.#fitOf },
      coveredCut: this.#copyOfCut(),
      waitingCut,
      lost: isLost ? 'waiting' : missed > (mayMiss?.covered ?? order.length) ? 'covered' : undefined,
    };
  }

  #copyOfCut = (): CutOff => ({
    executives: [...this.#cut.executives],
    mentors: [...this.#cut.mentors],
  });

  /** Seats all of them who can be, or all but those who may be missed; returns how many can't. */
  #seat(executives: readonly number[], mayMiss = 0): number {
    for (const e of executives) this.#keepStart(e);
    for (let missed = -1; ; ) {
      const left = executives.filter((e) => this.#mentorOf[e]! < 0);
      if (left.length <= mayMiss || left.length === missed) return left.length;
      missed = left.length;
      this.#find(left);
    }
  }

  #keepStart(e: number): void {
    const m = this.#wish.start?.mentorOf[e] ?? -1;
    const fit = this.#wish.start?.fitOf[e] ?? 0;
    if (
      this.#mentorOf[e]! >= 0 ||
      m < 0 ||
      fit < this.#wish.least ||
      this.#holders[m]!.length >= this.#problem.mentorRoom[m]!
    )
      return;
    this.#mentorOf[e] = m;
    this.#fitOf[e] = fit;
    this.#holders[m]!.push(e);
  }

  /** Seats some of those without a mentor; closes what was reached when it can seat nobody. */
  #find(left: readonly number[]): void {
    this.#search++;
    const queue = [...left];
    for (const e of left) this.#root[e] = e;
    let [near, far, seated] = [0, 0, 0];
    while (far < queue.length) {
      const isNear = near < queue.length;
      const e = isNear ? queue[near++]! : queue[far++]!;
      if (this.#mentorOf[this.#root[e]!]! >= 0) continue;
      const spare = isNear ? this.#lookAtList(e, queue) : this.#lookAtRow(e, queue);
      if (spare < 0) continue;
      this.#shift(spare);
      seated++;
    }
    if (seated === 0) this.#close(queue);
  }

  #lookAtList(e: number, queue: number[]): number {
    const { from, pairs } = this.#lists;
    return this.#lookThrough(e, { pairs, from: from[e]!, end: from[e + 1]! }, queue);
  }

  #lookAtRow(e: number, queue: number[]): number {
    const { least } = this.#wish;
    if (this.#lists.beyond[e]! < least) return -1;
    const best = this.#rows.suits(e);
    const spare = this.#lookThrough(e, best, queue);
    return spare >= 0 || best.beyond < least ? spare : this.#lookThrough(e, this.#rows.whole(e), queue);
  }

  #lookThrough(e: number, suits: Listed, queue: number[]): number {
    const { pairs, from } = suits;
    for (let k = this.#unreached(suits, from); k >= 0; k = this.#unreached(suits, k + 1)) {
      const m = otherIn(pairs[k]!);
      if (this.#reach(e, m, fitIn(pairs[k]!), queue)) return m;
    }
    return -1;
  }

  /** The next whom this search hasn't reached, or -1. Most were: this loop passes them by and does nothing else. */
  #unreached({ pairs, end }: Listed, from: number): number {
    const [reachedIn, search, least] = [this.#reachedIn, this.#search, leastOf(this.#wish.least)];
    for (let k = from; k < end; k++) {
      const pair = pairs[k]!;
      if (pair < least) return -1;
      if (reachedIn[otherIn(pair)]! < search) return k;
    }
    return -1;
  }

  /** True when the mentor has room; else whoever holds a place there is asked to move. */
  #reach(e: number, m: number, fit: number, queue: number[]): boolean {
    if (this.#reachedIn[m]! >= this.#search) return false;
    this.#reachedIn[m] = this.#search;
    this.#cameBy[m] = e;
    this.#cameFit[m] = fit;
    const holders = this.#holders[m]!;
    if (holders.length < this.#problem.mentorRoom[m]!) return true;
    for (const holder of holders) {
      this.#root[holder] = this.#root[e]!;
      queue.push(holder);
    }
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
    for (const e of queue) this.#cut.executives.add(e);
    for (const [m, search] of this.#reachedIn.entries())
      if (search === this.#search) {
        this.#reachedIn[m] = CLOSED;
        this.#cut.mentors.push(m);
      }
  }
}
