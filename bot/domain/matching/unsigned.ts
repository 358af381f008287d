/** Whole numbers from 0 up. */
export type UnsignedArray = Uint16Array | Int32Array;

/** So many whole numbers up to `most`. Half the memory, where that does, keeps them near the processor. */
export const unsignedArray = (count: number, most: number): UnsignedArray =>
  most < 1 << 16 ? new Uint16Array(count) : new Int32Array(count);

/** How long the longest of some lists is: what is counted in them goes up to that. */
export const longest = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((most, { length }) => Math.max(most, length), 0);
