import { type UnsignedArray, unsignedArray } from '#domain/matching/unsigned.ts';

/** Small numbers for names, in the order they are met. */
export class Codes<Name> {
  readonly #codes = new Map<Name, number>();

  get size(): number {
    return this.#codes.size;
  }

  find(name: Name): number | undefined {
    return this.#codes.get(name);
  }

  code(name: Name): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.#codes.size);
    return this.#codes.size - 1;
  }
}

/** An amount that somebody says of a name: the strength of an offer, or 1. */
type Amount = 1 | 2 | 3;
const AMOUNTS = [1, 2, 3] as const;

/**
 * Who says what, by name (an inverted index): adding up what everybody says of a few names touches only those
 * who say them. Those who say amount a of code k stand from `from[3k + a - 1]` to before the next.
 */
export class Postings<Person, Name> {
  readonly #codes = new Codes<Name>();
  readonly #from: Int32Array;
  readonly #person: UnsignedArray;

  /** `tell` says the names of a person, each once, with its amount; it is asked twice of everybody. */
  constructor(
    people: readonly Person[],
    tell: (person: Person, say: (name: Name, amount: Amount) => void) => void,
  ) {
    const counts: number[] = [];
    const count = (name: Name, amount: Amount) => {
      const code = this.#codes.code(name);
      if (3 * code === counts.length) counts.push(0, 0, 0);
      counts[3 * code + amount - 1]!++;
    };
    for (const person of people) tell(person, count);
    let total = 0;
    this.#from = Int32Array.from([...counts, 0], (many) => {
      total += many;
      return total - many;
    });
    this.#person = unsignedArray(total, people.length);
    const next = this.#from.slice();
    for (const [n, person] of people.entries())
      tell(person, (name, amount) => {
        const at = next[3 * this.#codes.code(name) + amount - 1]!++;
        this.#person[at] = n;
      });
  }

  /** Adds to each person's sum what the amount that they say of a name is worth. O(those who say it). */
  addTo(sums: UnsignedArray, name: Name, worth: Readonly<Record<Amount, number>>): void {
    const code = this.#codes.find(name);
    if (code === undefined) return;
    for (const amount of AMOUNTS) {
      const at = 3 * code + amount - 1;
      add(sums, this.#person, worth[amount], this.#from[at]!, this.#from[at + 1]!);
    }
  }
}

/** Four a turn: what a turn costs by itself is as much as the sum. */
function add(sums: UnsignedArray, person: UnsignedArray, worth: number, from: number, end: number): void {
  let at = from;
  for (; at + 3 < end; at += 4) {
    sums[person[at]!]! += worth;
    sums[person[at + 1]!]! += worth;
    sums[person[at + 2]!]! += worth;
    sums[person[at + 3]!]! += worth;
  }
  for (; at < end; at++) sums[person[at]!]! += worth;
}
