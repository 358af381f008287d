import type { LeftOutReason, Reason } from '../cohort.ts';
import type { PersonId, TopicId } from '../ids.ts';
import type { MeetingWay, Offer, Role } from '../person.ts';

/** What matching knows of somebody. No age, rank, gender or department: what isn't here can't be weighed. */
export interface MatchPerson {
  id: PersonId;
  role: Role;
  /** How many more people there is room for, over all cohorts. */
  room: number;
  wants: TopicId[];
  offers: Offer[];
  interests: TopicId[];
  /** ISO 639-1. */
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

/** What every engine answers; the one that proves its optimum sets `provenBest`. */
export interface MatchResult {
  /** Ordered by executive, then mentor. */
  pairs: Match[];
  /** Ordered by person. People without room are neither matched nor left out. */
  leftOut: Unmatched[];
  provenBest: boolean;
  totals: {
    /** Executives with a mentor, and executives with room. */
    covered: number;
    total: number;
    /** Sum and lowest of the fits, in permille. */
    fit: number;
    worst: number;
  };
}
