import type { CohortId, Instant } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';

/** Where somebody stands with their own invitation. */
export const ENROLMENT_STATES = ['invited', 'joined', 'passed', 'later', 'left'] as const;
type EnrolmentState = (typeof ENROLMENT_STATES)[number];
/** The same as a champion sees it: also people who were only imported. */
export const MEMBER_STATES = ['imported', ...ENROLMENT_STATES] as const;
type MemberState = (typeof MEMBER_STATES)[number];

/**
 * What a champion administers about one person, by name. The person's own `enrolment` row is the truth for
 * the answer; this is its projection.
 */
export interface Member {
  role: Role;
  state: MemberState;
  /** Since when they take part; missing where it was written before this was kept. */
  joinedAt?: Instant;
  /** Left out of the last published round: comes first in the next one. */
  waiting: boolean;
  /** Addresses that mean this member here, beside those that account and lookups know: the champion's word. */
  addresses?: string[];
}

/** The person's own side of a membership (table people, `enrolment_<cohort>`). */
export interface Enrolment {
  /** As it was when the person was invited. */
  cohortName: string;
  role: Role;
  state: EnrolmentState;
  invitedAt: Instant;
  answeredAt: Instant | '';
  /** How often they asked for later; missing for never. */
  postponed?: number;
}

export interface CohortLink {
  cohort: CohortId;
}
