import type { CohortId, PersonId } from '#domain/basics/ids.ts';

/** How an executive's search goes on, or that it is over. */
export type SearchNotice = { kind: 'searchNews'; cohort: CohortId; search: string; past: PersonId | '' };
