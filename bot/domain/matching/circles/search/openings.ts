/** How many circles there are to be: of executives with somebody pinned, of those who waited, and altogether. */
export interface Counts {
  pinned: number;
  waiting: number;
  all: number;
}

const PINNED = 1;
const WAITING = 2;

/** Which executives are to have a circle, where their number is known but not always who. */
export class Openings {
  /** By kind, the executives who could have one. */
  readonly #kinds: number[][] = [[], [], [], []];
  readonly #counts: Counts;
  /** Everybody who could have one, in order. */
  readonly able: readonly number[];

  constructor(kindOf: readonly ({ isPinned: boolean; waiting: boolean } | undefined)[], counts: Counts) {
    for (const [e, kind] of kindOf.entries())
      if (kind) this.#kinds[(kind.isPinned ? PINNED : 0) + (kind.waiting ? WAITING : 0)]!.push(e);
    this.able = [...kindOf.keys()].filter((e) => kindOf[e]);
    this.#counts = counts;
  }

  /** By kind, those who could have one: of one kind each may stand for another. */
  get kinds(): readonly (readonly number[])[] {
    return this.#kinds;
  }

  /** Everybody who could have one is to have one. */
  get areAll(): boolean {
    return this.#counts.all === this.able.length;
  }

  /** So many of each kind as the counts ask for, who are worth most together. O(executives × log executives). */
  best(worth: Float64Array): { sum: number; open: readonly number[] } {
    if (this.areAll) return { sum: this.able.reduce((sum, e) => sum + worth[e]!, 0), open: this.able };
    const ranked = this.#kinds.map((kind) => kind.toSorted((a, b) => worth[b]! - worth[a]! || a - b));
    const sums = ranked.map((kind) => {
      const upTo = [0];
      for (const e of kind) upTo.push(upTo.at(-1)! + worth[e]!);
      return upTo;
    });
    const { pinned, waiting, all } = this.#counts;
    let best = { sum: Number.NEGATIVE_INFINITY, open: [] as number[] };
    for (let both = 0; both <= Math.min(pinned, waiting); both++) {
      const many = [all - pinned - waiting + both, pinned - both, waiting - both, both];
      if (many.some((count, kind) => count < 0 || count > ranked[kind]!.length)) continue;
      const sum = many.reduce((total, count, kind) => total + sums[kind]![count]!, 0);
      if (sum > best.sum) best = { sum, open: ranked.flatMap((kind, k) => kind.slice(0, many[k])) };
    }
    return { ...best, open: best.open.sort((a, b) => a - b) };
  }
}
