import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';

/** Takes an executive's search one step further, or ends it. */
export type SearchMessage = { kind: 'advanceSearch'; cohort: CohortId; person: PersonId; ended: PairId | '' };
