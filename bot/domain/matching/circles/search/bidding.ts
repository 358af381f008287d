import type { Choice } from './choice.ts';
import type { CircleFinder } from './circleFinder.ts';

interface Bids {
  choices: readonly Choice[];
  /** Who is to have a circle. */
  open: readonly number[];
  /** What each mentor costs at first. */
  prices: Float64Array;
  /** By how much mentors cost more each time they are taken from somebody; it doubles with every round. */
  step: number;
  /** How much more they cost as long as somebody has them. */
  held: number;
  /** What a circle must be worth after prices to an executive, who else goes without. */
  atLeast?: (e: number) => number;
}

/** So often each executive may choose on average. */
const TURNS = 8;

/**
 * Circles, by executive as seats, in which a mentor sits once: an auction in which everybody in turn takes their own
 * best circle at today's prices, also from others, who then choose again (after Bertsekas 1988). Who goes without has
 * no seats. When it does not come to rest, undefined where all are to have one, else those that stand.
 */
export function bid(finder: CircleFinder, bids: Bids): number[][] | undefined {
  const { choices, open, atLeast } = bids;
  const hall = new Hall(bids);
  const waiting = [...open];
  for (let turn = 0; turn < waiting.length; turn++) {
    if (turn >= open.length * TURNS) return atLeast && hall.circles;
    const e = waiting[turn]!;
    const found = finder.find(choices[e]!, hall.prices, atLeast?.(e));
    if (found) waiting.push(...hall.take(e, found.seats, Math.floor(turn / open.length)));
    else if (!atLeast) return undefined;
  }
  return hall.circles;
}

/** Who has whom, and what everybody costs. */
class Hall {
  readonly circles: number[][];
  readonly prices: Float64Array;
  readonly #bids: Bids;
  readonly #holder: Int32Array;

  constructor(bids: Bids) {
    this.#bids = bids;
    this.circles = bids.choices.map(() => []);
    this.prices = Float64Array.from(bids.prices);
    this.#holder = new Int32Array(bids.prices.length).fill(-1);
  }

  /** Gives an executive these seats; answers whose circles that broke up. */
  take(e: number, seats: number[], round: number): number[] {
    const { step, held } = this.#bids;
    const mentors = this.#mentorsOf(e, seats);
    const robbed = new Set<number>();
    for (const m of mentors) {
      if (this.#holder[m]! < 0) continue;
      robbed.add(this.#holder[m]!);
      this.prices[m]! += step * 2 ** round;
    }
    for (const other of robbed) {
      for (const m of this.#mentorsOf(other, this.circles[other]!)) {
        this.#holder[m] = -1;
        this.prices[m]! -= held;
      }
      this.circles[other] = [];
    }
    for (const m of mentors) {
      this.#holder[m] = e;
      this.prices[m]! += held;
    }
    this.circles[e] = seats;
    return [...robbed];
  }

  #mentorsOf(e: number, seats: readonly number[]): number[] {
    return seats.map((seat) => this.#bids.choices[e]!.mentor[seat]!);
  }
}
