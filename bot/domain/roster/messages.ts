import type { CohortId } from '#domain/basics/ids.ts';
import type { PartOfInviting } from '#domain/cohorts/messages.ts';

export type RosterMessage =
  /** The next part of those whom a champion asks once more. */
  | ({ kind: 'goOnAskingAgain' } & PartOfInviting)
  /** The next part of those whom a champion moves to another cohort of hers, `to`. */
  | PartOfMoving;

export type PartOfMoving = { kind: 'goOnMoving'; to: CohortId } & PartOfInviting;
