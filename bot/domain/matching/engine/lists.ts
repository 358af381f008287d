import type { FitRows, Suits } from './fitRows.ts';
import { fitIn, leastOf, otherIn, packed } from './packed.ts';

/**
 * Which mentors each executive is weighed against so far. The optimum needs a dozen or two of thousands; whoever is
 * missing is found by pricing and added. Executive e's stand from `from[e]` to before `from[e + 1]`, the best
 * fit first: prices are never below nothing, so that a search can stop at the first fit that is too low.
 */
export class Lists {
  from: Int32Array;
  pairs: Int32Array;
  /** By executive, at least the best fit of all mentors that aren't listed. */
  readonly beyond: Uint16Array;
  /** By executive, the best fit there is. */
  readonly best: Uint16Array;
  readonly #listedFor: Int32Array;
  /** The best that a pick has met so far and what they are worth, best first. */
  readonly #found: Int32Array;
  readonly #worth: Int32Array;
  /** The best value that the last pick left out. */
  #next = 0;

  private constructor(executives: number, mentors: number) {
    this.from = new Int32Array(executives + 1);
    this.pairs = new Int32Array(0);
    this.beyond = new Uint16Array(executives);
    this.best = new Uint16Array(executives);
    this.#listedFor = new Int32Array(mentors).fill(-1);
    this.#found = new Int32Array(mentors + 1);
    this.#worth = new Int32Array(mentors + 1);
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
      const first = added.length;
      const last = lists.pick(e, rows, none, { above: 0, most: size.most }, added);
      lists.best[e] = last > first ? fitIn(added.pair[first]!) : 0;
      lists.beyond[e] = lists.#next;
      watch?.(e);
    }
    lists.add(added);
    return lists;
  }

  /**
   * Notes into `added` up to `most` unlisted mentors of highest fit minus price above `above`, the best first,
   * equals by fit, then by order; none of a fit below `least`. Stops where even without a price nobody would be
   * worth enough. Returns the new length of `added`.
   */
  pick(
    executive: number,
    rows: FitRows,
    prices: Int32Array,
    { above, most, least = 1 }: { above: number; most: number; least?: number },
    added: Additions,
  ): number {
    const listedFor = this.#listedFor;
    for (let q = this.from[executive]!, end = this.from[executive + 1]!; q < end; q++)
      listedFor[otherIn(this.pairs[q]!)] = executive;
    let many = this.#best(executive, rows.suits(executive), prices, { above, most, least });
    if (many < 0) many = this.#best(executive, rows.whole(executive), prices, { above, most, least });
    for (let n = 0; n < many && n < most; n++) {
      const m = this.#found[n]!;
      added.note(executive, m, this.#worth[n]! + prices[m]!);
    }
    this.#next = many > most ? this.#worth[most]! : 0;
    return added.length;
  }

  /** Keeps the best met so far, and one more, in order; returns how many they are, or -1 if others could be among them. */
  #best(
    executive: number,
    suits: Suits,
    prices: Int32Array,
    { above, most, least }: { above: number; most: number; least: number },
  ): number {
    const { pairs, from, beyond } = suits;
    const [found, worth, listedFor] = [this.#found, this.#worth, this.#listedFor];
    let many = 0;
    let bar = above;
    let k = better(suits, prices, { from, bar, least });
    for (; k >= 0; k = better(suits, prices, { from: k + 1, bar, least })) {
      const m = otherIn(pairs[k]!);
      if (listedFor[m] === executive) continue;
      const net = netOf(pairs[k]!, prices);
      let place = many <= most ? many++ : most;
      for (; place > 0 && worth[place - 1]! < net; place--) {
        worth[place] = worth[place - 1]!;
        found[place] = found[place - 1]!;
      }
      worth[place] = net;
      found[place] = m;
      if (many > most) bar = worth[most]!;
    }
    return beyond > bar && beyond >= least ? -1 : many;
  }

  /** Adds what was noted, executives in ascending order, each at its place by fit. O(length of the lists). */
  add(added: Additions): void {
    const from = new Int32Array(this.from.length);
    const pairs = new Int32Array(this.pairs.length + added.length);
    let at = 0;
    let next = 0;
    for (let e = 0; e < this.executives; e++) {
      const [first, end] = [this.from[e]!, this.from[e + 1]!];
      for (let q = first; q < end; q++) pairs[at++] = this.pairs[q]!;
      for (; next < added.length && added.executive[next] === e; next++, at++) {
        const pair = added.pair[next]!;
        let place = at;
        for (; place > from[e]! && fitIn(pairs[place - 1]!) < fitIn(pair); place--)
          pairs[place] = pairs[place - 1]!;
        pairs[place] = pair;
      }
      from[e + 1] = at;
    }
    this.from = from;
    this.pairs = pairs;
  }

  /** Keeps of every list the `most` mentors of highest fit minus price. O(length of the lists). */
  narrow(prices: Int32Array, most: number): void {
    const from = new Int32Array(this.from.length);
    let at = 0;
    for (let e = 0; e < this.executives; e++) {
      const [first, end] = [this.from[e]!, this.from[e + 1]!];
      const worth = this.#worth.subarray(0, end - first);
      for (let q = first; q < end; q++) worth[q - first] = netOf(this.pairs[q]!, prices);
      const cut = end - first > most ? worth.sort()[end - first - most]! : Number.NEGATIVE_INFINITY;
      for (let q = first; q < end; q++) {
        const pair = this.pairs[q]!;
        if (netOf(pair, prices) >= cut) this.pairs[at++] = pair;
        else this.beyond[e] = Math.max(this.beyond[e]!, fitIn(pair));
      }
      from[e + 1] = at;
    }
    this.#listedFor.fill(-1);
    this.from = from;
    this.pairs = this.pairs.slice(0, at);
  }

  has(executive: number, mentor: number): boolean {
    for (let q = this.from[executive]!; q < this.from[executive + 1]!; q++)
      if (otherIn(this.pairs[q]!) === mentor) return true;
    return false;
  }
}

/** What a pair is worth to its executive. */
const netOf = (pair: number, prices: Int32Array): number => (fitIn(pair) - prices[otherIn(pair)]!) | 0;

/**
 * The next from `from` on who is worth more than `bar` at these prices, of at least some fit; -1 when nobody is.
 * Hardly anybody is: this loop does nothing else. No price is below nothing.
 */
function better(
  { pairs, end }: Suits,
  prices: Int32Array,
  { from, bar, least }: { from: number; bar: number; least: number },
): number {
  const lowest = leastOf(Math.max(bar + 1, least));
  for (let k = from; k < end; k++) {
    const pair = pairs[k]!;
    if (pair < lowest) return -1;
    if (netOf(pair, prices) > bar) return k;
  }
  return -1;
}

/** Pairs that are about to be listed. */
export class Additions {
  readonly executive: number[] = [];
  readonly pair: number[] = [];
  get length(): number {
    return this.pair.length;
  }
  note(executive: number, mentor: number, fit: number): void {
    this.executive.push(executive);
    this.pair.push(packed(fit, mentor));
  }
}
