import type { Instant } from '#domain/basics/ids.ts';

/** Row `sponsor_<person>` of a cohort: who backs it in public. The row is the permission; there is one at most. */
export interface CohortSponsor {
  since: Instant;
}

/** What a sponsor sees of a cohort, as its champions do. Everything else names people, or is the champions' to do. */
export type SponsorSees = 'cohort' | 'announcements' | 'insights' | 'review';
