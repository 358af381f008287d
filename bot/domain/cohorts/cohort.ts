import type { CohortId, Day, Instant, PairId, PersonId, TopicId } from '#domain/basics/ids.ts';
import type { Role } from '#domain/people/person.ts';

export const COHORT_STATES = ['draft', 'enrolling', 'matching', 'running', 'closed'] as const;
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
  role: Role;
  state: 'invited' | 'joined' | 'passed' | 'later' | 'left';
  invitedAt: Instant;
  answeredAt: Instant | '';
}

/** One line of an import, already checked. Who it speaks of is looked up when it is applied. */
export interface ImportLine {
  name: string;
  mail: string;
  directoryId: string;
  role: Role;
  /** Mail address or directory id of whoever stands above; empty when not said. */
  manager: string;
  department: string;
  location: string;
}

/**
 * Why two people are proposed: derived from the terms of the score, said in the reader's words. `label` is how
 * a topic of their own was written; only a pair's own row has it.
 */
export type Reason =
  | { kind: 'learn'; topic: TopicId; strength: 0 | 1 | 2 | 3; label?: string }
  | { kind: 'giveBack'; topic: TopicId; label?: string }
  | { kind: 'interest'; topic: TopicId; label?: string }
  | { kind: 'language'; language: string }
  | { kind: 'meet'; way: string }
  | { kind: 'time'; hours: number };

export type LeftOutReason =
  | 'noProfile'
  | 'noTopic'
  | 'noLanguage'
  | 'noTime'
  | 'noRoom'
  | 'belowFloor'
  | 'noPartner';

export interface Round {
  number: number;
  state: 'reviewed' | 'publishing' | 'published' | 'discarded';
  ranAt: Instant;
  by: PersonId;
  /** True only when a checker verified the certificate of the optimum. */
  provenBest: boolean;
  covered: number;
  total: number;
  /** Executives who were left out last time: with a mentor now, and all of them. */
  waiting?: number;
  waited?: number;
  /** What the run had to keep to: pins, pairs of the run before, and two ruled out. */
  around?: { pins: number; kept: number; bans: number };
}

/** Row `proposal_<round>_<n>`: who would meet whom. */
export interface Proposal {
  round: number;
  executive: PersonId;
  mentor: PersonId;
  /** Permille. */
  fit: number;
  reasons: Reason[];
  /** Set when published. */
  pair: PairId | '';
  state: 'proposed' | 'introduced' | 'noRoom';
}

/** Row `leftout_<round>_<person>`. */
export interface LeftOut {
  round: number;
  person: PersonId;
  role: Role;
  reason: LeftOutReason;
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

export interface Audit {
  at: Instant;
  by: PersonId;
  did: string;
  about: string;
}

export interface CohortLink {
  cohort: CohortId;
}
