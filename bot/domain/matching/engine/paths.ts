import type { Assignment } from './assignment.ts';
import { Heap } from './heap.ts';
import { fitIn, otherIn, packed } from './packed.ts';

const FAR = 0x7fffffff;

/**
 * Shortest augmenting paths with prices (Dijkstra on reduced costs; Tomizawa 1971, Jonker & Volgenant 1987),
 * for room on both sides and each pair at most once. `seat` gives an executive one more place, moving others
 * where that is best for everybody; `offer` lowers the price of a mentor who lost somebody until somebody comes.
 * O((pairs in the lists + mentors) · log mentors) each, mostly far less: a search ends at the best end known.
 */
export class Paths {
  readonly #assignment: Assignment;
  readonly #least: number;
  readonly #heap: Heap;
  /** By mentor: reached in this search, and done with. */
  readonly #state: Uint8Array;
  readonly #touched: number[] = [];
  readonly #done: number[] = [];
  /** The executive by whom a mentor was reached, the mentor they would leave for it (-1: none), and the fit. */
  readonly #by: Int32Array;
  readonly #via: Int32Array;
  readonly #fit: Int32Array;
  readonly #executiveDistance: Int32Array;
  readonly #visited: number[] = [];
  #best = 0;
  #end: End = { kind: 'nobody' };
  #columns: Columns | undefined;

  constructor(assignment: Assignment, least: number) {
    const mentors = assignment.problem.mentors.length;
    this.#assignment = assignment;
    this.#least = least;
    this.#heap = new Heap(mentors);
    this.#state = new Uint8Array(mentors);
    this.#by = new Int32Array(mentors);
    this.#via = new Int32Array(mentors);
    this.#fit = new Int32Array(mentors);
    this.#executiveDistance = new Int32Array(assignment.problem.executives.length).fill(FAR);
  }

  /** Call after the lists grew. */
  forgetColumns(): void {
    this.#columns = undefined;
  }

  /** Gives an executive one more place, or leaves one executive with one place less, whichever is worth most. */
  seat(root: number): void {
    const { prices, placeFrom, holder, holderFit, taken, count } = this.#assignment;
    this.#best = -this.#assignment.without(root, count[root]!);
    this.#end = { kind: 'nobody' };
    this.#lookAround(root, 0, -1);
    for (let m = this.#heap.take(); m >= 0; m = this.#heap.take()) {
      const distance = this.#heap.distance[m]!;
      if (distance >= this.#best) break;
      this.#state[m] = DONE;
      this.#done.push(m);
      const first = placeFrom[m]!;
      for (let place = first, end = first + taken[m]!; place < end; place++) {
        const e = holder[place]!;
        const here = (distance + holderFit[place]! - prices[m]!) | 0;
        if (here >= this.#executiveDistance[e]!) continue;
        const left = count[e]! - 1 + (e === root ? 1 : 0);
        const without = (here - this.#assignment.without(e, left)) | 0;
        if (without < this.#best) {
          this.#best = without;
          this.#end = { kind: 'leaves', executive: e, mentor: m };
        }
        this.#lookAround(e, here, m);
      }
    }
    for (const m of this.#done) prices[m]! += this.#best - this.#heap.distance[m]!;
    this.#shift();
    this.#reset();
  }

  /** Which mentors an executive could have, `here` being what it took to free them of mentor `via`. */
  #lookAround(e: number, here: number, via: number): void {
    const { lists, prices, taken, problem } = this.#assignment;
    const { from, pairs } = lists;
    const { mentorRoom } = problem;
    const heap = this.#heap;
    const state = this.#state;
    const least = this.#least;
    const isMany = problem.room[e]! > 1;
    if (this.#executiveDistance[e] === FAR) this.#visited.push(e);
    this.#executiveDistance[e] = here;
    for (let q = from[e]!, end = from[e + 1]!; q < end; q++) {
      const pair = pairs[q]!;
      const offered = fitIn(pair);
      if (here - offered >= this.#best || offered < least) break;
      const m = otherIn(pair);
      const distance = (here - offered + prices[m]!) | 0;
      if (distance >= this.#best) continue;
      const known = state[m]!;
      if (known !== 0 && distance >= heap.distance[m]!) continue;
      if (isMany && this.#assignment.holds(e, m)) continue;
      if (known === 0) this.#touched.push(m);
      state[m] = REACHED;
      this.#by[m] = e;
      this.#via[m] = via;
      this.#fit[m] = offered;
      if (taken[m]! < mentorRoom[m]!) {
        heap.distance[m] = distance;
        this.#best = distance;
        this.#end = { kind: 'room', mentor: m };
      } else heap.put(m, distance);
    }
  }

  /** Moves everybody along the path that was found, from its end to its start. */
  #shift(): void {
    const assignment = this.#assignment;
    const end = this.#end;
    if (end.kind === 'nobody') return;
    if (end.kind === 'leaves') assignment.take(end.executive, end.mentor);
    for (let m = end.mentor; m >= 0; ) {
      const e = this.#by[m]!;
      const via = this.#via[m]!;
      if (via >= 0) assignment.take(e, via);
      assignment.give(e, m, this.#fit[m]!);
      m = via;
    }
  }

  #reset(): void {
    for (const m of this.#touched) this.#state[m] = 0;
    for (const e of this.#visited) this.#executiveDistance[e] = FAR;
    this.#touched.length = 0;
    this.#done.length = 0;
    this.#visited.length = 0;
    this.#heap.clear();
  }

  /**
   * A mentor with room but a price: the price falls until an executive comes, maybe from another mentor whose
   * price falls in turn, or until it is nothing. The same search from the other side.
   */
  offer(root: number): void {
    const { prices } = this.#assignment;
    this.#best = prices[root]!;
    this.#end = { kind: 'nobody' };
    this.#touched.push(root);
    this.#state[root] = DONE;
    this.#heap.distance[root] = 0;
    this.#done.push(root);
    this.#askAround(root, 0);
    for (let m = this.#heap.take(); m >= 0; m = this.#heap.take()) {
      const distance = this.#heap.distance[m]!;
      if (distance >= this.#best) break;
      this.#state[m] = DONE;
      this.#done.push(m);
      if (distance + prices[m]! < this.#best) {
        this.#best = distance + prices[m]!;
        this.#end = { kind: 'room', mentor: m };
      }
      this.#askAround(m, distance);
    }
    for (const m of this.#done) prices[m]! -= Math.max(0, this.#best - this.#heap.distance[m]!);
    this.#shiftTowards(root);
    this.#reset();
  }

  /** Who could come to mentor m, and which mentors would lose them. */
  #askAround(m: number, distance: number): void {
    const { prices, slotFrom, slot, slotFit, count, problem } = this.#assignment;
    const { from, pairs } = this.#columnsNow();
    const heap = this.#heap;
    const state = this.#state;
    const here = (distance + prices[m]!) | 0;
    for (let q = from[m]!, end = from[m + 1]!; q < end; q++) {
      const e = otherIn(pairs[q]!);
      const offered = fitIn(pairs[q]!);
      if (offered < this.#least || this.#assignment.holds(e, m)) continue;
      const many = count[e]!;
      const gap = (here - offered) | 0;
      if (many < problem.room[e]!) {
        const comes = (gap + this.#assignment.without(e, many)) | 0;
        if (comes < this.#best) {
          this.#best = comes;
          this.#end = { kind: 'comes', executive: e, mentor: m, fit: offered };
        }
      }
      for (let s = slotFrom[e]!, last = s + many; s < last; s++) {
        const other = slot[s]!;
        const moved = (gap + slotFit[s]! - prices[other]!) | 0;
        if (moved >= this.#best) continue;
        const known = state[other]!;
        if (known !== 0 && moved >= heap.distance[other]!) continue;
        if (known === 0) this.#touched.push(other);
        state[other] = REACHED;
        this.#by[other] = e;
        this.#via[other] = m;
        this.#fit[other] = offered;
        heap.put(other, moved);
      }
    }
  }

  /** Executives move from the end of the path towards the mentor who was offered, who gets the last of them. */
  #shiftTowards(root: number): void {
    const assignment = this.#assignment;
    const end = this.#end;
    if (end.kind === 'nobody' || end.kind === 'leaves') return;
    const moves: [executive: number, from: number, to: number, fit: number][] = [];
    for (let m = end.mentor; m !== root; m = this.#via[m]!)
      moves.push([this.#by[m]!, m, this.#via[m]!, this.#fit[m]!]);
    for (const [e, from, to, fit] of moves.reverse()) {
      assignment.take(e, from);
      assignment.give(e, to, fit);
    }
    if (end.kind === 'comes') assignment.give(end.executive, end.mentor, end.fit);
  }

  #columnsNow(): Columns {
    this.#columns ??= turned(this.#assignment);
    return this.#columns;
  }
}

const REACHED = 1;
const DONE = 2;

type End =
  | { kind: 'nobody' }
  | { kind: 'room'; mentor: number }
  | { kind: 'leaves'; executive: number; mentor: number }
  | { kind: 'comes'; executive: number; mentor: number; fit: number };

/** The lists by mentor: each pair with its executive. */
interface Columns {
  from: Int32Array;
  pairs: Int32Array;
}

function turned({ lists, problem }: Assignment): Columns {
  const from = new Int32Array(problem.mentors.length + 1);
  for (const pair of lists.pairs) from[otherIn(pair) + 1]!++;
  for (let m = 0; m < problem.mentors.length; m++) from[m + 1]! += from[m]!;
  const next = from.slice();
  const pairs = new Int32Array(lists.pairs.length);
  for (let e = 0; e < lists.executives; e++)
    for (let q = lists.from[e]!; q < lists.from[e + 1]!; q++) {
      const pair = lists.pairs[q]!;
      pairs[next[otherIn(pair)]!++] = packed(fitIn(pair), e);
    }
  return { from, pairs };
}
