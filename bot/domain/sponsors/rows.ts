import type { CohortId } from '#domain/basics/ids.ts';
import type { CohortSponsor } from './sponsor.ts';

/** Rows in the partition of a person. */
export interface OwnSponsorRows {
  /** `sponsor_<cohort>`: projection that lists the cohorts that somebody backs. */
  sponsor: { cohort: CohortId };
}

/** Rows in the partition of a cohort. */
export interface SponsorRows {
  /** `sponsor_<person>`: the permission. */
  sponsor: CohortSponsor;
}
