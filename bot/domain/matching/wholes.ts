/** Whole numbers from 0 up. */
export type Wholes = Uint16Array | Int32Array;

/** So many whole numbers up to `most`. Half the memory, where that does, keeps them near the processor. */
export const wholes = (count: number, most: number): Wholes =>
  most < 1 << 16 ? new Uint16Array(count) : new Int32Array(count);
