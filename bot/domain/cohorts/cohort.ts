import type { Day, Instant, PersonId } from '#domain/basics/ids.ts';

export const COHORT_STATES = ['draft', 'enrolling', 'matching', 'running', 'closed'] as const;
export type CohortState = (typeof COHORT_STATES)[number];
export const COHORT_KINDS = ['pilot', 'wave'] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];
export const COHORT_NAME_MAX = 80;
/** The best fit there is, in permille. */
export const FIT_MAX = 1000;

export interface Cohort {
  name: string;
  kind: CohortKind;
  state: CohortState;
  startsOn: Day;
  endsOn: Day;
  /** Nobody is matched below this fit, in permille 0–1000. */
  fitFloor: number;
  createdAt: Instant;
}

/** A champion of this cohort. The row is the permission. */
export interface CohortChampion {
  since: Instant;
}

/** Row `pair_<pair>`: what the champion may know of a pair; a projection. */
export interface CohortPair {
  executive: PersonId;
  mentor: PersonId;
  /** Introduced until both said yes; closed when it ended without saying how. */
  state: 'introduced' | 'paired' | 'closed';
  /** Missing where it was written before this was kept. */
  introducedAt?: Instant;
}
