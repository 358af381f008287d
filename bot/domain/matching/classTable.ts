import { Codes } from './postings.ts';
import type { Candidate } from './rules.ts';

/** A part of the fit that depends only on a few kinds of people, such as time zones: worked out once per kind. */
export class ClassTable {
  /** The kind of every mentor. */
  readonly classOf: Int32Array;
  readonly #executiveClass: Int32Array;
  readonly #executives: Candidate[] = [];
  readonly #mentors: Candidate[] = [];
  readonly #rows: (Int16Array | undefined)[] = [];
  readonly #part: (one: Candidate, other: Candidate) => number;

  constructor(
    { executives, mentors }: { executives: readonly Candidate[]; mentors: readonly Candidate[] },
    classOf: (one: Candidate) => string,
    partOf: (one: Candidate, other: Candidate) => number,
  ) {
    this.#part = partOf;
    this.#executiveClass = classify(executives, classOf, this.#executives);
    this.classOf = classify(mentors, classOf, this.#mentors);
  }

  /** The parts of an executive by kind of mentor. */
  row(executive: number): Int16Array {
    const kind = this.#executiveClass[executive]!;
    const one = this.#executives[kind]!;
    this.#rows[kind] ??= Int16Array.from(this.#mentors, (other) => this.#part(one, other));
    return this.#rows[kind];
  }
}

function classify(
  people: readonly Candidate[],
  classOf: (one: Candidate) => string,
  examples: Candidate[],
): Int32Array {
  const codes = new Codes<string>();
  return Int32Array.from(people, (one) => {
    const code = codes.code(classOf(one));
    if (code === examples.length) examples.push(one);
    return code;
  });
}
