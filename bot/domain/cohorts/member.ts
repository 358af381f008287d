import type { CohortId, Instant } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';

/**
 * What a champion administers about one person, by name. The person's own `enrolment` row is the truth for
 * the answer; this is its projection.
 */
export interface Member {
  role: Role;
  state: 'imported' | 'invited' | 'joined' | 'passed' | 'later' | 'left';
  /** Left out of the last published round: comes first in the next one. */
  waiting: boolean;
}

/** The person's own side of a membership (table people, `enrolment_<cohort>`). */
export interface Enrolment {
  /** As it was when the person was invited. */
  cohortName: string;
  role: Role;
  state: 'invited' | 'joined' | 'passed' | 'later' | 'left';
  invitedAt: Instant;
  answeredAt: Instant | '';
}

export interface CohortLink {
  cohort: CohortId;
}
