import type { PairId } from '#domain/basics/ids.ts';

export type PairNotice =
  | { kind: 'introduction'; pair: PairId }
  | { kind: 'paired'; pair: PairId }
  | { kind: 'introductionEnded'; pair: PairId }
  /** All would like to meet, at least one of them before deciding. */
  | { kind: 'firstChat'; pair: PairId }
  /** There was time for a first chat: shall it go on? */
  | { kind: 'decide'; pair: PairId }
  | { kind: 'agreementToSign'; pair: PairId; version: number }
  | { kind: 'agreementSigned'; pair: PairId; version: number };
