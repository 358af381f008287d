import { STRENGTHS } from '#domain/matching/circles/circle.ts';
import type { Choice } from './choice.ts';

interface Level {
  seats: Int32Array;
  gains: Float64Array;
  /** By topic the strength that those chosen so far have. */
  best: Uint8Array;
  /** And that any who could still come have. */
  high: Uint8Array;
}

export interface Found {
  /** After prices. */
  value: number;
  seats: number[];
}

const PATIENCE = 200_000;

/**
 * Finds the circle of one executive that is worth most after each mentor's price, over all ways to meet. Branch and
 * bound: what somebody adds never grows as others sit down (the value is submodular), so that the largest gains
 * together bound what is still to come (Nemhauser & Wolsey 1981); so do the largest fits with all that is unknown.
 */
export class CircleFinder {
  #choice: Choice | undefined;
  #net = new Float64Array(0);
  #top = new Float64Array(0);
  #levels: Level[] = [];
  readonly #chosen: number[] = [];
  readonly #from: number[] = [];
  readonly #patience: number;
  #value = 0;
  #seats: number[] | undefined;
  #looked = 0;

  /** So many beginnings of circles are looked at for one executive at most. */
  constructor(patience = PATIENCE) {
    this.#patience = patience;
  }

  /** The last search was broken off: there may be a better circle than it found. */
  get brokeOff(): boolean {
    return this.#looked > this.#patience;
  }

  /** The best circle, if one is worth more than `than`. */
  find(choice: Choice, prices: Float64Array, than = Number.NEGATIVE_INFINITY): Found | undefined {
    this.#begin(choice, than);
    const { count, mentor, fit, pinned } = choice;
    for (let n = 0; n < count; n++) this.#net[n] = fit[n]! - prices[mentor[n]!]!;
    const { seats } = this.#levels[0]!;
    let open = 0;
    for (let n = 0; n < count; n++) if (!pinned.includes(n)) seats[open++] = n;
    const start = this.#sit(pinned);
    if (start) this.#search(0, open, start);
    return this.#seats && { value: this.#value, seats: this.#seats };
  }

  /** The same with somebody in it, whoever else is. */
  findWith(choice: Choice, prices: Float64Array, seat: number, than: number): Found | undefined {
    return choice.pinned.includes(seat)
      ? this.find(choice, prices, than)
      : this.find({ ...choice, pinned: [...choice.pinned, seat] }, prices, than);
  }

  #begin(choice: Choice, than: number): void {
    this.#choice = choice;
    this.#value = than;
    this.#seats = undefined;
    this.#looked = 0;
    this.#chosen.length = 0;
    this.#from.length = 0;
    const { count, topics, most } = choice;
    const [first] = this.#levels;
    if (!first || first.seats.length < count || first.best.length < topics || this.#levels.length <= most) {
      this.#net = new Float64Array(count);
      this.#top = new Float64Array(most);
      this.#levels = Array.from({ length: most + 1 }, () => ({
        ...{ seats: new Int32Array(count), gains: new Float64Array(count) },
        ...{ best: new Uint8Array(topics), high: new Uint8Array(topics) },
      }));
    }
    this.#levels[0]!.best.fill(0);
  }

  /** Those who must be in it. */
  #sit(pinned: readonly number[]): { value: number; modes: number } | undefined {
    const { topics, strength, unit, further, department, modes, clashes, most } = this.#choice!;
    const { best } = this.#levels[0]!;
    let [value, shared] = [0, -1];
    for (const seat of pinned) {
      if ((shared & modes[seat]!) === 0 || this.#chosen.some((other) => clashes[seat]?.has(other)))
        return undefined;
      shared &= modes[seat]!;
      value += this.#net[seat]!;
      for (let t = 0; t < topics; t++) {
        const above = strength[seat * topics + t]! - best[t]!;
        if (above <= 0) continue;
        value += above * unit;
        best[t]! += above;
      }
      if (department[seat]! >= 0 && !this.#from.includes(department[seat]!)) {
        this.#from.push(department[seat]!);
        value += further;
      }
      this.#chosen.push(seat);
    }
    return pinned.length > most ? undefined : { value, modes: shared };
  }

  /** The first `open` seats of this level may still be taken beside those chosen, who are worth `value`. */
  #search(depth: number, open: number, { value, modes: shared }: { value: number; modes: number }): void {
    const { least, most, needs } = this.#choice!;
    if (++this.#looked > this.#patience) return;
    const taken = this.#chosen.length;
    if (taken >= least && this.#from.length >= needs && value > this.#value) this.#keep(value);
    const room = most - taken;
    if (room === 1) this.#last(depth, open, { value, modes: shared });
    if (room <= 1) return;
    const ordered = this.#order(depth, open, { value, modes: shared });
    const kept = this.#drop(depth, ordered, value + this.#survey(depth, ordered, room));
    if (taken + kept < least) return;
    for (let n = 0; n < kept && value + this.#gainsFrom(depth, { n, kept, room }) > this.#value; n++)
      this.#with(depth, { n, kept }, { value, modes: shared });
  }

  /** Drops who cannot make it better whoever else comes, of the first `kept`, where others are worth `rest`. */
  #drop(depth: number, kept: number, rest: number): number {
    const { seats, gains } = this.#levels[depth]!;
    let left = 0;
    for (let n = 0; n < kept; n++) {
      if (rest + this.#knownWith(depth, n) <= this.#value) continue;
      seats[left] = seats[n]!;
      gains[left++] = gains[n]!;
    }
    return left;
  }

  /** Above what any `room` from the n-th on add, who come in order. */
  #gainsFrom(depth: number, { n, kept, room }: { n: number; kept: number; room: number }): number {
    const { gains } = this.#levels[depth]!;
    const due = this.#choice!.least - this.#chosen.length;
    const last = Math.min(kept, n + room);
    let sum = 0;
    for (let k = n; k < last && (gains[k]! > 0 || k - n < due); k++) sum += gains[k]!;
    return sum;
  }

  /** Goes on with the n-th and those after. */
  #with(
    depth: number,
    { n, kept }: { n: number; kept: number },
    { value, modes: shared }: { value: number; modes: number },
  ): void {
    const { topics, strength, modes, department } = this.#choice!;
    const { seats, gains, best } = this.#levels[depth]!;
    const next = this.#levels[depth + 1]!;
    const seat = seats[n]!;
    for (let k = n + 1; k < kept; k++) next.seats[k - n - 1] = seats[k]!;
    for (let t = 0, at = seat * topics; t < topics; t++, at++)
      next.best[t] = strength[at]! > best[t]! ? strength[at]! : best[t]!;
    const from = department[seat]!;
    const isFurther = from >= 0 && !this.#from.includes(from);
    if (isFurther) this.#from.push(from);
    this.#chosen.push(seat);
    this.#search(depth + 1, kept - n - 1, { value: value + gains[n]!, modes: shared & modes[seat]! });
    this.#chosen.pop();
    if (isFurther) this.#from.pop();
  }

  #keep(value: number, ...more: number[]): void {
    this.#value = value;
    this.#seats = [...this.#chosen, ...more];
  }

  /**
   * Keeps who could come next and still make it better than what is known, by what they add, most first. Answers how
   * many. O(open + kept²), where nearly all are in order already.
   */
  #order(depth: number, open: number, { value, modes: shared }: { value: number; modes: number }): number {
    const { least, most, needs } = this.#choice!;
    const { seats, gains } = this.#levels[depth]!;
    const mustGrow = this.#chosen.length < least || this.#from.length < needs;
    this.#top.fill(0);
    let able = 0;
    for (let n = 0; n < open; n++) {
      const seat = seats[n]!;
      if (!this.#fits(seat, shared)) continue;
      const gain = this.#gain(depth, seat);
      if (gain <= 0 && !mustGrow) continue;
      seats[able] = seat;
      gains[able++] = gain;
      this.#rank(gain, most - this.#chosen.length - 1);
    }
    const due = this.#value - value - this.#top.reduce((sum, gain) => sum + gain, 0);
    let kept = 0;
    for (let n = 0; n < able; n++) {
      const [seat, gain] = [seats[n]!, gains[n]!];
      if (gain <= due) continue;
      let k = kept++;
      for (; k > 0 && gains[k - 1]! < gain; k--) {
        gains[k] = gains[k - 1]!;
        seats[k] = seats[k - 1]!;
      }
      gains[k] = gain;
      seats[k] = seat;
    }
    return this.#canBeMixed(depth, kept) ? kept : 0;
  }

  /** Notes one of the largest `many` that are above nothing. */
  #rank(value: number, many: number): void {
    let last = many - 1;
    if (last < 0 || value <= this.#top[last]!) return;
    for (; last > 0 && this.#top[last - 1]! < value; last--) this.#top[last] = this.#top[last - 1]!;
    this.#top[last] = value;
  }

  #canBeMixed(depth: number, kept: number): boolean {
    const { needs, department } = this.#choice!;
    if (this.#from.length >= needs) return true;
    const { seats } = this.#levels[depth]!;
    const all = new Set(this.#from);
    for (let n = 0; n < kept && all.size < needs; n++)
      if (department[seats[n]!]! >= 0) all.add(department[seats[n]!]!);
    return all.size >= needs;
  }

  /** Only one place is left: the best for it. */
  #last(depth: number, open: number, { value, modes }: { value: number; modes: number }): void {
    const { least, needs, department } = this.#choice!;
    if (this.#chosen.length + 1 < least) return;
    const lacks = needs - this.#from.length;
    if (lacks > 1) return;
    const { seats } = this.#levels[depth]!;
    for (let n = 0; n < open; n++) {
      const seat = seats[n]!;
      const from = department[seat]!;
      if (lacks === 1 && (from < 0 || this.#from.includes(from))) continue;
      if (!this.#fits(seat, modes)) continue;
      const all = value + this.#gain(depth, seat);
      if (all > this.#value) this.#keep(all, seat);
    }
  }

  #fits(seat: number, shared: number): boolean {
    const { modes, clashes } = this.#choice!;
    if ((modes[seat]! & shared) === 0) return false;
    const apart = clashes[seat];
    return apart === undefined || !this.#chosen.some((other) => apart.has(other));
  }

  #gain(depth: number, seat: number): number {
    const { topics, strength, unit, further, department } = this.#choice!;
    const { best } = this.#levels[depth]!;
    let more = 0;
    for (let t = 0, at = seat * topics; t < topics; t++, at++) {
      const above = strength[at]! - best[t]!;
      if (above > 0) more += above;
    }
    const gain = this.#net[seat]! + more * unit;
    if (further === 0) return gain;
    return department[seat]! < 0 || this.#from.includes(department[seat]!) ? gain : gain + further;
  }

  /**
   * Sees what the first `kept` know at most, by topic, and answers what others beside one of them can add in fits after
   * prices, and in departments.
   */
  #survey(depth: number, kept: number, room: number): number {
    const { topics, strength, further } = this.#choice!;
    const { seats, best, high } = this.#levels[depth]!;
    for (let t = 0; t < topics; t++) {
      let most = best[t]!;
      for (let n = 0; n < kept && most < STRENGTHS; n++)
        if (strength[seats[n]! * topics + t]! > most) most = strength[seats[n]! * topics + t]!;
      high[t] = most;
    }
    this.#top.fill(0);
    for (let n = 0; n < kept; n++) this.#rank(this.#net[seats[n]!]!, room - 1);
    return this.#top.reduce((sum, net) => sum + net, further * (room - 1));
  }

  /** What the n-th adds, and all there still is to know beside them. */
  #knownWith(depth: number, n: number): number {
    const { topics, strength, unit } = this.#choice!;
    const { seats, gains, best, high } = this.#levels[depth]!;
    let left = 0;
    for (let t = 0, at = seats[n]! * topics; t < topics; t++, at++)
      left += high[t]! - (strength[at]! > best[t]! ? strength[at]! : best[t]!);
    return gains[n]! + left * unit;
  }
}
