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

/**
 * Who says what, by name (an inverted index): adding up what everybody says of a few names touches only those
 * who say them. The people of code k stand from `from[k]` to before `from[k + 1]`, each with an amount.
 */
export class Postings<Name> {
  readonly #codes = new Codes<Name>();
  readonly #from: Int32Array;
  readonly #person: Int32Array;
  readonly #amount: Int32Array;

  /** `said` lists the names of each person in turn, each once, with its amount. */
  constructor(said: readonly (readonly [Name, number])[][]) {
    const codes = Int32Array.from(said.flat(), ([name]) => this.#codes.code(name));
    this.#from = new Int32Array(this.#codes.size + 1);
    for (const code of codes) this.#from[code + 1]!++;
    for (let code = 0; code < this.#codes.size; code++) this.#from[code + 1]! += this.#from[code]!;
    this.#person = new Int32Array(codes.length);
    this.#amount = new Int32Array(codes.length);
    const next = this.#from.slice();
    let n = 0;
    for (const [person, names] of said.entries())
      for (const [, amount] of names) {
        const at = next[codes[n++]!]!++;
        this.#person[at] = person;
        this.#amount[at] = amount;
      }
  }

  /** Adds to each person's sum `times` what they say of a name. O(those who say it). */
  addTo(sums: Int32Array, name: Name, times = 1): void {
    const code = this.#codes.find(name);
    if (code === undefined) return;
    const [person, amount] = [this.#person, this.#amount];
    for (let q = this.#from[code]!, end = this.#from[code + 1]!; q < end; q++)
      sums[person[q]!]! += times * amount[q]!;
  }
}
