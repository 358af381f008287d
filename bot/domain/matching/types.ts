import type { PersonId, TopicId } from '#domain/basics/ids.ts';
import type { Reason } from '#domain/pairs/reasons.ts';
import type { Role } from '#domain/people/person.ts';
import type { MeetingWay, Offer } from '#domain/profile/profile.ts';
import type { LeftOutReason } from './rounds.ts';

/** What matching knows of somebody. No age, rank or gender: what isn't here can't be weighed. */
export interface MatchPerson {
  id: PersonId;
  role: Role;
  /** How many more people there is room for, over all cohorts. */
  room: number;
  wants: TopicId[];
  offers: Offer[];
  interests: TopicId[];
  /** Those that count here, ISO 639-1. */
  languages: string[];
  /** IANA name. */
  timeZone: string;
  meets: MeetingWay[];
  /** Everybody above, at any distance, nearest first. */
  managerChain: PersonId[];
  /** People this person asked not to be matched with. */
  excludes: PersonId[];
  /** Everybody ever introduced to or paired with this person, however it went. */
  former: PersonId[];
  /** Where project teams are made, their department, empty where it is not known. */
  department?: string;
  /** In what the cohort would rather have two differ: each costs two who share it. Missing for nothing. */
  marks?: string[];
  /** Left out of the last published round: comes first. */
  waiting: boolean;
}

export interface Two {
  executive: PersonId;
  mentor: PersonId;
}

export interface MatchOptions {
  /** Nobody is proposed below this fit, in permille. A pin may be. */
  floor: number;
  /** Two people who shall meet, if the hard rules let them. */
  pins?: readonly Two[];
  /** Two people who shall not meet. */
  bans?: readonly Two[];
  /** The day whose clock offsets count, in ms since 1970. */
  dateMs: number;
}

export interface Match extends Two {
  /** Permille, 1–1000. */
  fit: number;
  reasons: Reason[];
}

export interface Unmatched {
  person: PersonId;
  role: Role;
  reason: LeftOutReason;
}

/** What a round found. */
export interface RoundResult {
  /** Ordered by executive, then mentor. */
  pairs: Match[];
  /** Ordered by person. People without room are neither matched nor left out. */
  leftOut: Unmatched[];
  /** True only when the checker verified the certificate over all pairs. */
  provenBest: boolean;
  /** Of circles: how far below the best they may lie at most, as a part of it; 1 where that is not known. */
  gap?: number;
  totals: {
    /** Executives with a mentor, and executives with room. */
    covered: number;
    total: number;
    /** Executives with a mentor who were left out last time. */
    waiting: number;
    /** Sum and lowest of the fits, in permille. */
    fit: number;
    worst: number;
  };
}

/** What every engine of pairs answers. */
export interface MatchResult extends RoundResult {
  certificate: Certificate;
}

/**
 * A proof that no more executives can be covered: none of `executives` suits a mentor outside `mentors`, so
 * that everybody else, and the room of those mentors, is the most that any assignment reaches (Kőnig 1931).
 */
export interface Cut {
  executives: PersonId[];
  mentors: PersonId[];
}

/** What the checker needs to see that nothing better exists, level by level. */
export interface Certificate {
  /** Nobody can cover more executives, nor more of those who waited. */
  covered: Cut;
  waiting: Cut;
  /** The lowest fit that may be used, and why one permille more would leave somebody out (or somebody who waits). */
  least: number;
  worst: (Cut & { of: 'covered' | 'waiting' }) | undefined;
  /** What leaving an executive out costs, and what it costs on top when they waited, in permille of fit. */
  owed: { covered: number; waiting: number };
  /** What one more place with a mentor would be worth, in permille of fit; those at 0 aren't listed. */
  prices: { mentor: PersonId; price: number }[];
}

export const PHASES = ['read', 'compare', 'refine', 'cover', 'assign', 'price', 'explain', 'check'] as const;
/** What the engine is doing. */
export type Phase = (typeof PHASES)[number];
/** Is told how far a phase has come. */
export type Watch = (phase: Phase, done: number, of: number) => void;
