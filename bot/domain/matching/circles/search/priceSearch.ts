import type { Choice } from './choice.ts';
import type { CircleFinder } from './circleFinder.ts';
import type { Openings } from './openings.ts';

/** A circle that was the best of its executive at some prices. */
interface Known {
  seats: number[];
  mentors: number[];
  /** Without prices. */
  value: number;
  /** In which pass it was the best. */
  usedIn: number;
}

/** So many circles of each executive are kept: the best at the next prices is nearly always one of them. */
const KEPT = 24;
/** Steps among the circles that are known, which cost next to nothing, before all are asked again. */
const STEPS = 12;
/** How much of its last direction a step keeps. */
const ONWARDS = 0.5;
/** Passes that brought little before the aim is taken nearer. */
const PATIENCE = 3;
/** How far below the bound the aim is, at first, as a part of it. */
const FIRST_AIM = 0.05;

/**
 * Prices of mentors, and what all circles can be worth at most. Whatever the prices are: when everybody chooses
 * their own best circle after prices, what that is worth together with all prices bounds every way to form circles
 * in which a mentor sits once (Geoffrion 1974). Prices rise where several want the same mentor and fall where
 * nobody does, along the subgradient and towards an aim below the bound that comes nearer (Held, Wolfe & Crowder
 * 1974; Goffin & Kiwiel 1999). Everybody's own best circle is exact, so the bound is that of Dantzig and Wolfe.
 */
export class PriceSearch {
  readonly #choices: readonly Choice[];
  readonly #openings: Openings;
  readonly #finder: CircleFinder;
  readonly #known: Known[][];
  readonly #wanted: Float64Array;
  readonly #way: Float64Array;
  readonly #worth: Float64Array;
  readonly #own: (Known | undefined)[];
  readonly #prices: Float64Array;
  #passes = 0;
  #dry = 0;
  #aim = FIRST_AIM;

  /** An executive has more circles to choose from than could be looked at: then nothing bounds them. */
  isLost: boolean;
  /** Below which nothing is lost: nobody forms circles that are worth more. */
  bound = Number.POSITIVE_INFINITY;
  /** Those at which the bound was reached; what each executive's best circle is worth after them, and who has one. */
  readonly prices: Float64Array;
  readonly regard: Float64Array;
  open: readonly number[] = [];

  constructor(choices: readonly Choice[], openings: Openings, prices: Float64Array, finder: CircleFinder) {
    this.#choices = choices;
    this.#openings = openings;
    this.#finder = finder;
    this.isLost = openings.able.some((e) => !choices[e]!.hasAllModes);
    this.#known = choices.map(() => []);
    this.#own = choices.map(() => undefined);
    this.#wanted = new Float64Array(prices.length);
    this.#way = new Float64Array(prices.length);
    this.#worth = new Float64Array(choices.length);
    this.#prices = Float64Array.from(prices);
    this.prices = Float64Array.from(prices);
    this.regard = new Float64Array(choices.length);
  }

  /** How near the bound is taken to be to where it could come, as a part of it. */
  get nearness(): number {
    return this.#aim;
  }

  /** Asks everybody once, and moves the prices on. */
  pass(): void {
    this.#passes++;
    const reached = this.#ask(true);
    if (this.isLost) return;
    const isMuch = reached.sum < this.bound * (1 - this.#aim / 4);
    if (reached.sum < this.bound) {
      this.bound = reached.sum;
      this.open = reached.open;
      this.prices.set(this.#prices);
      this.regard.set(this.#worth);
    }
    this.#dry = isMuch ? 0 : this.#dry + 1;
    if (this.#dry >= PATIENCE) {
      this.#aim /= 2;
      this.#dry = 0;
      this.#prices.set(this.prices);
      this.#way.fill(0);
    }
    const aim = this.bound * (1 - this.#aim);
    this.#step(reached.sum, aim);
    for (let step = 0; step < STEPS; step++) {
      const { sum } = this.#ask(false);
      if (sum <= aim) break;
      this.#step(sum, aim);
    }
  }

  /** What everybody wants at these prices: of all circles, or only of those that are known. */
  #ask(ofAll: boolean): { sum: number; open: readonly number[] } {
    for (const e of this.#openings.able) {
      const known = this.#bestKnown(e);
      const more = ofAll
        ? this.#finder.find(this.#choices[e]!, this.#prices, this.#worth[e]! + SLIGHT)
        : undefined;
      if (ofAll && this.#finder.brokeOff) this.isLost = true;
      if (more) {
        this.#own[e] = this.#remember(e, more.seats, more.value);
        this.#worth[e] = more.value;
      } else if (known) known.usedIn = this.#passes;
    }
    const { sum, open } = this.#openings.best(this.#worth);
    this.#wanted.fill(0);
    for (const e of open) for (const m of this.#own[e]?.mentors ?? []) this.#wanted[m]!++;
    return { sum: this.#prices.reduce((all, price) => all + price, sum), open };
  }

  #bestKnown(e: number): Known | undefined {
    let [best, worth]: [Known | undefined, number] = [undefined, Number.NEGATIVE_INFINITY];
    for (const circle of this.#known[e]!) {
      let value = circle.value;
      for (const m of circle.mentors) value -= this.#prices[m]!;
      if (value > worth) [best, worth] = [circle, value];
    }
    this.#own[e] = best;
    this.#worth[e] = worth;
    return best;
  }

  #remember(e: number, seats: number[], net: number): Known {
    const mentors = seats.map((seat) => this.#choices[e]!.mentor[seat]!);
    const value = mentors.reduce((sum, m) => sum + this.#prices[m]!, net);
    const circle = { seats, mentors, value, usedIn: this.#passes };
    const kept = this.#known[e]!;
    if (kept.length < KEPT) kept.push(circle);
    else {
      let oldest = 0;
      for (let n = 1; n < kept.length; n++) if (kept[n]!.usedIn < kept[oldest]!.usedIn) oldest = n;
      kept[oldest] = circle;
    }
    return circle;
  }

  #step(reached: number, aim: number): void {
    let length = 0;
    for (let m = 0; m < this.#prices.length; m++) {
      const slack = this.#wanted[m]! - 1;
      const isIdle = slack < 0 && this.#prices[m]! <= 0;
      this.#way[m] = (isIdle ? 0 : slack) + ONWARDS * this.#way[m]!;
      length += this.#way[m]! ** 2;
    }
    if (length === 0) return;
    const far = (reached - aim) / length;
    for (let m = 0; m < this.#prices.length; m++)
      this.#prices[m] = Math.max(0, this.#prices[m]! + far * this.#way[m]!);
  }
}

/** Two circles that differ by less are worth the same. */
const SLIGHT = 1e-7;
