/**
 * One pair of a row as one number, its fit above whom it is with: read at once, and of two pairs the one of higher
 * fit is the larger. Twenty bits hold more people than a round may.
 */
const BITS = 20;
const WITH = (1 << BITS) - 1;

export const packed = (fit: number, other: number): number => (fit << BITS) | other;
/** Whom it is with. */
export const otherIn = (pair: number): number => pair & WITH;
export const fitIn = (pair: number): number => pair >> BITS;
/** Pairs of at least this fit are no smaller numbers. */
export const leastOf = (fit: number): number => fit << BITS;
