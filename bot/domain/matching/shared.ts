import { type Candidate, hoursOf } from './rules.ts';

const codesOf = (names: Iterable<string>): Map<string, number> =>
  new Map([...new Set(names)].map((name, code) => [name, code]));

/** How many things two people both say, by bits. */
export class Shared {
  readonly #words: number;
  readonly #executives: Int32Array;
  readonly #mentors: Int32Array;

  constructor(executives: readonly (readonly string[])[], mentors: readonly (readonly string[])[]) {
    const known = new Set(mentors.flat());
    const codes = codesOf(executives.flat().filter((name) => known.has(name)));
    this.#words = Math.max(1, Math.ceil(codes.size / 32));
    const coded = (people: readonly (readonly string[])[]) => {
      const bits = new Int32Array(people.length * this.#words);
      for (const [n, said] of people.entries())
        for (const name of said) {
          const code = codes.get(name);
          if (code !== undefined) bits[n * this.#words + (code >> 5)]! |= 1 << (code & 31);
        }
      return bits;
    };
    this.#executives = coded(executives);
    this.#mentors = coded(mentors);
  }

  count(e: number, m: number): number {
    const words = this.#words;
    let sum = 0;
    for (let w = 0; w < words; w++)
      for (let both = this.#executives[e * words + w]! & this.#mentors[m * words + w]!; both !== 0; sum++)
        both &= both - 1;
    return sum;
  }
}

/** Common hours by time zone: there are far fewer zones than people. */
export class Hours {
  readonly #executives: Int32Array;
  readonly #mentors: Int32Array;
  readonly #zones: number;
  readonly #hours: Float64Array;

  constructor(executives: readonly Candidate[], mentors: readonly Candidate[]) {
    const zoneOf = ({ offset }: Candidate) => `${offset}`;
    const examples = new Map([...executives, ...mentors].map((one) => [zoneOf(one), one]));
    const codes = codesOf(examples.keys());
    this.#zones = codes.size;
    this.#executives = Int32Array.from(executives, (one) => codes.get(zoneOf(one))!);
    this.#mentors = Int32Array.from(mentors, (one) => codes.get(zoneOf(one))!);
    const all = [...examples.values()];
    this.#hours = Float64Array.from(all.flatMap((one) => all.map((other) => hoursOf(one, other))));
  }

  common(e: number, m: number): number {
    return this.#hours[this.#executives[e]! * this.#zones + this.#mentors[m]!]!;
  }
}
