import type { PairId, PersonId } from '#domain/basics/ids.ts';

export type PairNotice =
  | { kind: 'introduction'; pair: PairId }
  | { kind: 'paired'; pair: PairId }
  | { kind: 'introductionEnded'; pair: PairId }
  /** All would like to meet, at least one of them before deciding. */
  | { kind: 'firstChat'; pair: PairId }
  /** There was time for a first chat: shall it go on? */
  | { kind: 'decide'; pair: PairId }
  /** Somebody takes a break for all; `turn` tells one break from another. */
  | { kind: 'paused'; pair: PairId; turn: number }
  | { kind: 'resumed'; pair: PairId; turn: number }
  /** A mentor has left a circle, which goes on. */
  | { kind: 'leftCircle'; pair: PairId; person: PersonId }
  /** The pair has ended: the same words for all, and whether somebody new is wanted. */
  | { kind: 'pairEnded'; pair: PairId }
  /** They have come into one reporting line. */
  | { kind: 'oneLine'; pair: PairId }
  | { kind: 'agreementToSign'; pair: PairId; version: number }
  | { kind: 'agreementSigned'; pair: PairId; version: number }
  /** Consent to confidentiality was withdrawn: the space is closed. */
  | { kind: 'spaceClosed'; pair: PairId; version: number };
