import type { CohortId } from '#domain/basics/ids.ts';

/** A published round had nobody for this person. */
export type RoundNotice = { kind: 'leftOut'; cohort: CohortId; round: number };
