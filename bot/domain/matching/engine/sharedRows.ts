import type { Problem } from '#domain/matching/problem.ts';
import { FIRST, FitRows, MOST_KEPT, type Suits } from './fitRows.ts';

/** Of an executive: where the pairs start, plus one, so that 0 says that they aren't there; where they end; `beyond`. */
const CELLS = 3;

/** What threads hand each other of the rows that they share. */
export interface SharedMemory {
  pairs: Int32Array<SharedArrayBuffer>;
  /** The cells of every executive, and one for how far the engine has come. */
  places: Int32Array<SharedArrayBuffer>;
}

/** For so many executives; memory is taken up as it is written. */
export function shareRows(executives: number): SharedMemory {
  const cells = (count: number) => new Int32Array(new SharedArrayBuffer(4 * count));
  return { pairs: cells(Math.min(FIRST * executives, MOST_KEPT)), places: cells(CELLS * executives + 1) };
}

/**
 * Rows that two threads work out for one round: the engine from the first executive on, a helper from the last
 * back, until they meet. Neither waits for the other. A row that both reach at once is worked out twice.
 */
export class SharedRows {
  readonly #pairs: Int32Array;
  readonly #places: Int32Array;

  constructor({ pairs, places }: SharedMemory) {
    this.#pairs = pairs;
    this.#places = places;
  }

  /** What the helper worked out for an executive; else tells it that the engine has come there. */
  find(executive: number): Suits | undefined {
    const [at, pairs, places] = [CELLS * executive, this.#pairs, this.#places];
    const from = Atomics.load(places, at) - 1;
    if (from >= 0) return { pairs, from, end: places[at + 1]!, beyond: places[at + 2]! };
    Atomics.store(places, places.length - 1, executive);
    return undefined;
  }

  /** The helper's part: works out rows until the engine has come to them or there is no more room. */
  help(problem: Problem): void {
    const [pairs, places] = [this.#pairs, this.#places];
    const rows = new FitRows(problem, { chunk: pairs });
    for (let e = problem.executives.length - 1; e > Atomics.load(places, places.length - 1); e--) {
      const found = rows.suits(e);
      if (found.pairs !== pairs) return;
      places[CELLS * e + 1] = found.end;
      places[CELLS * e + 2] = found.beyond;
      Atomics.store(places, CELLS * e, found.from + 1);
    }
  }
}
