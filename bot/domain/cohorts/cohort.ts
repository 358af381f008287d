import type { Day, Instant, PersonId } from '#domain/basics/ids.ts';

const COHORT_STATES = ['draft', 'enrolling', 'matching', 'running', 'closed'] as const;
export type CohortState = (typeof COHORT_STATES)[number];

export interface Cohort {
  name: string;
  kind: 'pilot' | 'wave';
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
