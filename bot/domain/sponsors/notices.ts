import type { AnnouncementId, CohortId, PersonId } from '#domain/basics/ids.ts';

export type SponsorNotice =
  /** To somebody whom `by` chose to back a cohort. */
  | { kind: 'sponsor'; cohort: CohortId; by: PersonId }
  /** To the sponsor: words in their name wait for their yes. */
  | { kind: 'inName'; cohort: CohortId; announcement: AnnouncementId }
  /** To the champion who wrote them: what the sponsor answered. */
  | { kind: 'inNameAnswered'; cohort: CohortId; announcement: AnnouncementId };

/** The job that tells somebody that they back a cohort, since this moment in ms. */
export const sponsorJob = (cohort: CohortId, sinceMs: number): string => `sponsor_${cohort}_${sinceMs}`;

/** The job that asks the sponsor, and the one that brings back the answer. */
export const inNameJob = (announcement: AnnouncementId): string => `inName_${announcement}`;
export const inNameAnsweredJob = (announcement: AnnouncementId): string => `inNameAnswered_${announcement}`;
