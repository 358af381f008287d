import type { PartOfInviting } from '#domain/cohorts/messages.ts';

/** The next part of those whom a champion asks once more. */
export type RosterMessage = { kind: 'goOnAskingAgain' } & PartOfInviting;
