/** That a row cannot have a column, or cannot go without. */
export const NEVER = Number.NEGATIVE_INFINITY;

interface Square {
  rows: number;
  columns: number;
  /** By row and column. */
  gain: Float64Array;
  /** By row, of going without. */
  none: Float64Array;
}

/**
 * Gives each row one column at most, for the most gain: shortest augmenting paths, with a column of its own for each
 * row that goes without (Jonker & Volgenant 1987). Some way must exist. Answers by row the column or -1.
 */
export function assignOne(square: Square): Int32Array {
  const paths = new Paths(square);
  for (let row = 0; row < square.rows; row++) paths.place(row);
  return paths.columnOf;
}

class Paths {
  readonly columnOf: Int32Array;
  readonly #square: Square;
  readonly #rowPrice: Float64Array;
  readonly #price: Float64Array;
  readonly #rowOf: Int32Array;
  /** By column how far it is from where the path starts, from which row, and whether that is settled. */
  readonly #far: Float64Array;
  readonly #from: Int32Array;
  readonly #isSettled: Uint8Array;

  constructor(square: Square) {
    const { rows, columns } = square;
    this.#square = square;
    this.columnOf = new Int32Array(rows).fill(-1);
    this.#rowPrice = new Float64Array(rows);
    this.#price = new Float64Array(columns);
    this.#rowOf = new Int32Array(columns).fill(-1);
    this.#far = new Float64Array(columns);
    this.#from = new Int32Array(columns);
    this.#isSettled = new Uint8Array(columns);
  }

  /** Finds a column for one more row, others move on. O(rows × columns). */
  place(start: number): void {
    this.#far.fill(Number.POSITIVE_INFINITY);
    this.#isSettled.fill(0);
    const reached: number[] = [];
    let [row, length, end] = [start, 0, -1];
    let [without, leaver] = [Number.POSITIVE_INFINITY, -1];
    while (end < 0) {
      const own = length - this.#square.none[row]! - this.#rowPrice[row]!;
      if (own < without) [without, leaver] = [own, row];
      const next = this.#nearest(row, length);
      const far = next < 0 ? Number.POSITIVE_INFINITY : this.#far[next]!;
      length = Math.min(without, far);
      if (without <= far) break;
      this.#isSettled[next] = 1;
      if (this.#rowOf[next]! < 0) end = next;
      else {
        reached.push(next);
        row = this.#rowOf[next]!;
      }
    }
    for (const c of reached) {
      this.#price[c]! -= length - this.#far[c]!;
      this.#rowPrice[this.#rowOf[c]!]! += length - this.#far[c]!;
    }
    this.#rowPrice[start]! += length;
    this.#moveOn(start, end, leaver);
  }

  /** Of the columns that are not settled the nearest, seen from one more row; -1 when there is none. */
  #nearest(row: number, length: number): number {
    const { columns, gain } = this.#square;
    const gone = length - this.#rowPrice[row]!;
    let [least, next] = [Number.POSITIVE_INFINITY, -1];
    for (let c = 0, at = row * columns; c < columns; c++, at++) {
      if (this.#isSettled[c]) continue;
      const far = gone - gain[at]! - this.#price[c]!;
      if (far < this.#far[c]!) {
        this.#far[c] = far;
        this.#from[c] = row;
      }
      if (this.#far[c]! < least) [least, next] = [this.#far[c]!, c];
    }
    return next;
  }

  /** Along the path everybody takes the column before; where it ends without one, the last gives theirs up. */
  #moveOn(start: number, end: number, leaver: number): void {
    let column = end;
    if (end < 0) {
      column = this.columnOf[leaver]!;
      this.columnOf[leaver] = -1;
      if (leaver === start) return;
    }
    for (let taker = -1; taker !== start; ) {
      taker = this.#from[column]!;
      const before = this.columnOf[taker]!;
      this.columnOf[taker] = column;
      this.#rowOf[column] = taker;
      column = before;
    }
  }
}
