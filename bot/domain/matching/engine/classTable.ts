import type { Candidate } from '#domain/matching/rules.ts';
import { type UnsignedArray, unsignedArray } from '#domain/matching/unsigned.ts';
import { Codes } from './postings.ts';

/** Of more kinds of executives than this, no row by mentor is kept. */
const MOST_KINDS = 500;

/** A part of the fit that depends only on a few kinds of people, such as time zones: worked out once per kind. */
export class ClassTable {
  /** The kind of every mentor. */
  readonly classOf: UnsignedArray;
  readonly #executiveClass: Int32Array;
  readonly #executives: Candidate[] = [];
  readonly #mentors: Candidate[] = [];
  readonly #rows: (Int16Array | undefined)[] = [];
  readonly #byMentor = new Map<number, Int16Array>();
  readonly #part: (one: Candidate, other: Candidate) => number;

  constructor(
    { executives, mentors }: { executives: readonly Candidate[]; mentors: readonly Candidate[] },
    classOf: (one: Candidate) => string,
    partOf: (one: Candidate, other: Candidate) => number,
  ) {
    this.#part = partOf;
    this.#executiveClass = classify(executives, classOf, this.#executives);
    const classes = classify(mentors, classOf, this.#mentors);
    this.classOf = unsignedArray(mentors.length, this.#mentors.length);
    this.classOf.set(classes);
  }

  /** The parts of an executive by kind of mentor. */
  row(executive: number): Int16Array {
    const kind = this.#executiveClass[executive]!;
    const one = this.#executives[kind]!;
    this.#rows[kind] ??= Int16Array.from(this.#mentors, (other) => this.#part(one, other));
    return this.#rows[kind];
  }

  /** The parts of an executive by mentor. */
  byMentor(executive: number): Int16Array {
    const kind = this.#executiveClass[executive]!;
    const known = this.#byMentor.get(kind);
    if (known) return known;
    const [parts, classOf] = [this.row(executive), this.classOf];
    const row = new Int16Array(classOf.length);
    for (let m = 0; m < row.length; m++) row[m] = parts[classOf[m]!]!;
    if (this.#byMentor.size >= MOST_KINDS) this.#byMentor.clear();
    this.#byMentor.set(kind, row);
    return row;
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
