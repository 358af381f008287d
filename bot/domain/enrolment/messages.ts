import type { CohortId, PersonId } from '#domain/basics/ids.ts';

/** Copies a person's own answer to the cohort's member row. */
export type EnrolmentMessage = { kind: 'projectEnrolment'; cohort: CohortId; person: PersonId };
