import type { FitRows } from './fitRows.ts';

/** Above any fit, and above any fit minus a price. */
const TOP = 1001;

/**
 * Which mentors each executive is weighed against so far. The optimum uses a few dozen of thousands; whoever is
 * missing is found by pricing and added. Executive e's stand from `from[e]` to before `from[e + 1]`, the best
 * fit first: prices are never below nothing, so that a search can stop at the first fit that is too low.
 */
export class Lists {
  from: Int32Array;
  mentor: Int32Array;
  fit: Uint16Array;
  /** By executive, at least the best fit of all mentors that aren't listed. */
  readonly beyond: Uint16Array;
  /** By executive, the best fit there is. */
  readonly best: Uint16Array;
  readonly #listedFor: Int32Array;
  readonly #found: Int32Array;
  readonly #counts = new Int32Array(TOP);
  /** The best value that the last pick left out. */
  #next = 0;

  private constructor(executives: number, mentors: number) {
    this.from = new Int32Array(executives + 1);
    this.mentor = new Int32Array(0);
    this.fit = new Uint16Array(0);
    this.beyond = new Uint16Array(executives);
    this.best = new Uint16Array(executives);
    this.#listedFor = new Int32Array(mentors).fill(-1);
    this.#found = new Int32Array(mentors);
  }

  get executives(): number {
    return this.from.length - 1;
  }

  /** The `most` best mentors by fit of every executive, best first, equals by order. O(pairs). */
  static byFit(
    rows: FitRows,
    size: { executives: number; mentors: number; most: number },
    watch?: (executive: number) => void,
  ): Lists {
    const lists = new Lists(size.executives, size.mentors);
    const added = new Additions();
    const none = new Int32Array(size.mentors);
    for (let e = 0; e < size.executives; e++) {
      const row = rows.row(e);
      const first = added.length;
      const last = lists.pick(e, row, none, { above: 0, most: size.most }, added);
      lists.best[e] = last > first ? added.fit[first]! : 0;
      lists.beyond[e] = lists.#next;
      watch?.(e);
    }
    lists.add(added);
    return lists;
  }

  /**
   * Notes into `added` up to `most` unlisted mentors of highest fit minus price above `above`, the best first,
   * equals by order; none of a fit below `least`. Returns the new length of `added`. O(mentors).
   */
  pick(
    executive: number,
    row: Uint16Array,
    prices: Int32Array,
    { above, most, least = 1 }: { above: number; most: number; least?: number },
    added: Additions,
  ): number {
    const listedFor = this.#listedFor;
    for (let q = this.from[executive]!, end = this.from[executive + 1]!; q < end; q++)
      listedFor[this.mentor[q]!] = executive;
    const found = this.#found;
    const counts = this.#counts.fill(0);
    let many = 0;
    for (let m = 0; m < row.length; m++) {
      const fit = row[m]!;
      if (fit < least) continue;
      const net = (fit - prices[m]!) | 0;
      if (net <= above || listedFor[m] === executive) continue;
      found[many++] = m;
      counts[net < 0 ? 0 : net]!++;
    }
    const cut = this.#cut(most);
    const chosen: number[] = [];
    for (let k = 0; k < many; k++) {
      const m = found[k]!;
      if (row[m]! - prices[m]! >= cut || cut === 0) chosen.push(m);
    }
    chosen.sort((a, b) => row[b]! - prices[b]! - (row[a]! - prices[a]!) || a - b);
    for (const m of chosen.slice(0, most)) added.note(executive, m, row[m]!);
    return added.length;
  }

  /** The highest value that at least `most` of those counted reach, or 0. */
  #cut(most: number): number {
    const counts = this.#counts;
    let cut = TOP;
    let sum = 0;
    while (cut > 0 && sum < most) sum += counts[--cut]!;
    this.#next = sum > most ? cut : 0;
    for (let below = cut - 1; this.#next === 0 && below > 0; below--)
      if (counts[below]! > 0) this.#next = below;
    return cut;
  }

  /** Adds what was noted, executives in ascending order, each at its place by fit. O(length of the lists). */
  add(added: Additions): void {
    const total = this.mentor.length + added.length;
    const from = new Int32Array(this.from.length);
    const mentor = new Int32Array(total);
    const fit = new Uint16Array(total);
    let at = 0;
    let next = 0;
    for (let e = 0; e < this.executives; e++) {
      const first = this.from[e]!;
      const end = this.from[e + 1]!;
      mentor.set(this.mentor.subarray(first, end), at);
      fit.set(this.fit.subarray(first, end), at);
      at += end - first;
      for (; next < added.length && added.executive[next] === e; next++, at++) {
        let place = at;
        for (; place > from[e]! && fit[place - 1]! < added.fit[next]!; place--) {
          mentor[place] = mentor[place - 1]!;
          fit[place] = fit[place - 1]!;
        }
        mentor[place] = added.mentor[next]!;
        fit[place] = added.fit[next]!;
      }
      from[e + 1] = at;
    }
    this.from = from;
    this.mentor = mentor;
    this.fit = fit;
  }

  has(executive: number, mentor: number): boolean {
    for (let q = this.from[executive]!; q < this.from[executive + 1]!; q++)
      if (this.mentor[q] === mentor) return true;
    return false;
  }
}

/** Pairs that are about to be listed. */
export class Additions {
  readonly executive: number[] = [];
  readonly mentor: number[] = [];
  readonly fit: number[] = [];
  get length(): number {
    return this.mentor.length;
  }
  note(executive: number, mentor: number, fit: number): void {
    this.executive.push(executive);
    this.mentor.push(mentor);
    this.fit.push(fit);
  }
}
