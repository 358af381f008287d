import type { CohortId, ConcernId, Instant, PersonId } from '#domain/basics/ids.ts';

/** Longest text of a concern, in characters. */
export const CONCERN_TEXT_MAX = 4000;

/** What its contact has done with it: `read` once it was opened, `closed` once they have talked. */
const OPEN_STATES = ['raised', 'read', 'closed'] as const;
export const CONCERN_STATES = [...OPEN_STATES, 'takenBack'] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];
/** What a contact can make of one: closed, or open again. */
export const CONCERN_ANSWERS = ['read', 'closed'] as const;
export type ConcernAnswer = (typeof CONCERN_ANSWERS)[number];

interface Addressed {
  author: PersonId;
  cohort: CohortId;
  at: Instant;
}

/** Row `concern_<id>` in the partition of whoever it was given to. Taken back, nothing is left of its words. */
export type Concern = Addressed &
  ({ state: (typeof OPEN_STATES)[number]; text: string } | { state: 'takenBack' });

/** One concern as its author finds it again. */
export interface Raised {
  concern: ConcernId;
  to: PersonId;
  at: Instant;
  /** Digest of the words, so that a repeated press is known; empty once they are taken back. */
  said: string;
}

/** Row `raised` in its author's own partition: one row, so that room for more is kept in a race. */
export interface RaisedList {
  concerns: Raised[];
}

/** The concern after its contact opened it, closed it or opened it again; the same one where nothing changes. */
export function answeredConcern(known: Concern, answer: ConcernAnswer): Concern {
  return known.state === 'takenBack' || known.state === answer ? known : { ...known, state: answer };
}

/** The concern without a word of what was said. */
export function takenBack({ author, cohort, at }: Concern): Concern {
  return { author, cohort, at, state: 'takenBack' };
}

/** Whether the same words said once more are the same concern: what was closed may have happened again. */
export const isStillOpen = ({ state }: Concern): boolean => state === 'raised' || state === 'read';
