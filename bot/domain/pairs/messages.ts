import type { PairId } from '#domain/basics/ids.ts';

/** Copies a pair's state to its members and its cohort, frees slots when it ended. */
export type PairMessage = { kind: 'projectPair'; pair: PairId };
