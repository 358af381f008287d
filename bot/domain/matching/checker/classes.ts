import type { Candidate } from '#domain/matching/rules.ts';

/** Rows for more kinds of people than this aren't kept. */
const MOST_KINDS = 500;

/** Something that depends only on the kinds of two people, such as their time zones, by mentor. */
export class Classes {
  readonly #kindOf: (one: Candidate) => string;
  readonly #amount: (one: Candidate, mentor: Candidate) => number;
  /** One mentor of each kind, and the kind of every mentor. */
  readonly #examples: Candidate[];
  readonly #kinds: Int32Array;
  readonly #rows = new Map<string, Int16Array>();

  constructor(
    mentors: readonly Candidate[],
    kindOf: (one: Candidate) => string,
    amount: (one: Candidate, mentor: Candidate) => number,
  ) {
    this.#kindOf = kindOf;
    this.#amount = amount;
    const examples = new Map(mentors.map((mentor) => [kindOf(mentor), mentor]));
    const at = new Map([...examples.keys()].map((kind, n) => [kind, n]));
    this.#examples = [...examples.values()];
    this.#kinds = Int32Array.from(mentors, (mentor) => at.get(kindOf(mentor))!);
  }

  row(executive: Candidate): Int16Array {
    const kind = this.#kindOf(executive);
    const known = this.#rows.get(kind);
    if (known) return known;
    const amounts = Int16Array.from(this.#examples, (mentor) => this.#amount(executive, mentor));
    const row = new Int16Array(this.#kinds.length);
    for (let m = 0; m < row.length; m++) row[m] = amounts[this.#kinds[m]!]!;
    if (this.#rows.size >= MOST_KINDS) this.#rows.clear();
    this.#rows.set(kind, row);
    return row;
  }
}
