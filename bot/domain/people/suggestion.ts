import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { Role } from './person.ts';

/** Somebody as a colleague named them: chosen in Teams (`directoryId`, and the name shown there), or a mail address. */
export interface SuggestedPeer {
  directoryId: string;
  mail: string;
  name: string;
}

/**
 * Row `suggestion_<by>_<n>` of a cohort: whom somebody who takes part would like to see invited, in their own role. Once
 * a champion has invited or passed it over, it says no more than that there was one: so its place stays taken.
 */
export interface Suggestion extends SuggestedPeer {
  by: PersonId;
  role: Role;
  at: Instant;
  isOpen: boolean;
}

/** What stays of a suggestion that was dealt with. */
export const settledSuggestion = ({ by, role, at }: Suggestion): Suggestion => ({
  ...{ by, role, at, isOpen: false, directoryId: '', mail: '', name: '' },
});

/** Whether both are the same colleague, as far as they are named. */
export const isSamePeer = (one: SuggestedPeer, other: SuggestedPeer): boolean =>
  (one.directoryId !== '' && one.directoryId === other.directoryId) ||
  (one.mail !== '' && one.mail === other.mail);
