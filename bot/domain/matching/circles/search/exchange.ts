import { assignOne, NEVER } from './assignOne.ts';
import type { Choice } from './choice.ts';
import type { Openings } from './openings.ts';
import { Sitting } from './sitting.ts';

/** Rounds that bring nothing before it ends, and rounds altogether. */
const DRY = 4;
const ROUNDS = 40;
/** Gains below are none. */
const SLIGHT = 1e-6;

/**
 * Makes circles better: one mentor leaves each, all who are free are given back in the best way at once, one to a
 * circle at most; again and again with other mentors, until nothing comes of it (a very large neighbourhood, Ahuja
 * et al. 2002). They stay circles, and those who have one stay the same. Answers them, and what they are worth.
 */
export function exchange(
  choices: readonly Choice[],
  circles: readonly (readonly number[])[],
  { mentors, openings }: { mentors: number; openings: Openings },
): { circles: number[][]; value: number } {
  const state = new Exchange(choices, circles, mentors);
  const random = randomFrom(1);
  for (let round = 0, dry = 0; round < ROUNDS && dry < DRY; round++) {
    const isMore = state.round((e) => (round % 3 === 0 ? -1 : random(state.circles[e]!.length)));
    const isOther = !openings.areAll && state.standIn(openings.kinds);
    dry = isMore || isOther ? 0 : dry + 1;
  }
  return { circles: state.circles, value: state.value };
}

class Exchange {
  readonly circles: number[][];
  readonly #choices: readonly Choice[];
  #open: number[];
  readonly #isHeld: Uint8Array;
  /** By executive and mentor their seat, -1 where there is none. */
  readonly #seatOf: Int32Array[];

  constructor(choices: readonly Choice[], circles: readonly (readonly number[])[], mentors: number) {
    this.#choices = choices;
    this.circles = circles.map((seats) => [...seats]);
    this.#open = [...circles.keys()].filter((e) => circles[e]!.length > 0);
    this.#isHeld = new Uint8Array(mentors);
    for (const e of this.#open) this.#hold(e, 1);
    this.#seatOf = choices.map(({ mentor }) => {
      const seatOf = new Int32Array(mentors).fill(-1);
      for (const [seat, m] of mentor.entries()) seatOf[m] = seat;
      return seatOf;
    });
  }

  get value(): number {
    return this.#open.reduce((sum, e) => sum + new Sitting(this.#choices[e]!, this.circles[e]).value, 0);
  }

  #hold(e: number, is: 0 | 1): void {
    for (const seat of this.circles[e]!) this.#isHeld[this.#choices[e]!.mentor[seat]!] = is;
  }

  /** `leaves` says who of a circle's mentors does, -1 for nobody; who is pinned stays. Whether it brought anything. */
  round(leaves: (e: number) => number): boolean {
    const before = this.value;
    const left = this.#open.map((e) => {
      const seats = this.circles[e]!;
      const leaving = leaves(e);
      const stays = leaving < 0 || this.#choices[e]!.pinned.includes(seats[leaving]!);
      if (!stays) this.#isHeld[this.#choices[e]!.mentor[seats[leaving]!]!] = 0;
      return new Sitting(this.#choices[e]!, stays ? seats : seats.toSpliced(leaving, 1));
    });
    const free = [...this.#isHeld.keys()].filter((m) => this.#isHeld[m] === 0);
    const square = {
      ...{ rows: left.length, columns: free.length },
      gain: new Float64Array(left.length * free.length).fill(NEVER),
      none: Float64Array.from(left, (sitting) => (sitting.isCircle ? sitting.value : NEVER)),
    };
    for (const [row, e] of this.#open.entries()) this.#lay(square, { row, e, sitting: left[row]!, free });
    const given = assignOne(square);
    for (const [row, e] of this.#open.entries()) {
      const taken = given[row]! < 0 ? [] : [this.#seatOf[e]![free[given[row]!]!]!];
      this.circles[e] = [...left[row]!.seats, ...taken];
      this.#hold(e, 1);
    }
    return this.value > before + SLIGHT;
  }

  /** Gives the mentors of each circle the executive whom they suit best, of those of a kind. Whether it brought anything. */
  standIn(kinds: readonly (readonly number[])[]): boolean {
    const before = this.value;
    for (const kind of kinds) {
      const groups = kind
        .filter((e) => this.circles[e]!.length > 0 && this.#choices[e]!.pinned.length === 0)
        .map((e) => ({ e, mentors: this.circles[e]!.map((seat) => this.#choices[e]!.mentor[seat]!) }));
      const able = kind.filter((e) => this.#choices[e]!.pinned.length === 0);
      const gain = new Float64Array(groups.length * able.length).fill(NEVER);
      for (const [row, { mentors }] of groups.entries())
        for (const [column, e] of able.entries()) {
          const sitting = this.#around(e, mentors);
          if (sitting) gain[row * able.length + column] = sitting.value;
        }
      const none = new Float64Array(groups.length).fill(NEVER);
      const given = assignOne({ rows: groups.length, columns: able.length, gain, none });
      for (const { e } of groups) this.circles[e] = [];
      for (const [row, { mentors }] of groups.entries()) {
        const e = able[given[row]!]!;
        this.circles[e] = mentors.map((m) => this.#seatOf[e]![m]!);
      }
    }
    this.#open = [...this.circles.keys()].filter((e) => this.circles[e]!.length > 0);
    return this.value > before + SLIGHT;
  }

  #around(e: number, mentors: readonly number[]): Sitting | undefined {
    const sitting = new Sitting(this.#choices[e]!);
    for (const m of mentors) {
      const seat = this.#seatOf[e]![m]!;
      if (seat < 0 || !sitting.takes(seat)) return undefined;
      sitting.add(seat);
    }
    return sitting.isCircle ? sitting : undefined;
  }

  #lay(
    { gain, columns }: { gain: Float64Array; columns: number },
    { row, e, sitting, free }: { row: number; e: number; sitting: Sitting; free: readonly number[] },
  ): void {
    const seatOf = this.#seatOf[e]!;
    for (const [column, m] of free.entries()) {
      const seat = seatOf[m]!;
      if (seat < 0 || !sitting.takes(seat) || !sitting.isCircleWith(seat)) continue;
      gain[row * columns + column] = sitting.value + sitting.gain(seat);
    }
  }
}

/** Numbers that look random and are the same every time: xorshift (Marsaglia 2003). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
