import type { PairId, PersonId } from '#domain/basics/ids.ts';

/** Copies a pair's state to its members and its cohort, frees slots when it ended. */
export type PairMessage =
  | { kind: 'projectPair'; pair: PairId }
  /** Whoever would like somebody new after an end comes first in the next round, until they change their mind. */
  | { kind: 'seekAnew'; pair: PairId; person: PersonId };
