import type { TopicId } from '#domain/basics/ids.ts';
import type { Exclusion } from './exclusions.ts';

export const MEETING_WAYS = ['walk', 'coffee', 'lunch', 'video'] as const;

export type MeetingWay = (typeof MEETING_WAYS)[number];

export const REACH_WAYS = ['chat', 'call', 'mail'] as const;

export type ReachWay = (typeof REACH_WAYS)[number];

/** A topic somebody can help with; strength 1 (a little) to 3 (very well), 0 when they did not say. */
export interface Offer {
  topic: TopicId;
  strength: 0 | 1 | 2 | 3;
}

/** What somebody told us about themselves. There is no age, generation or birth year, and never will be. */
export interface Profile {
  wants: TopicId[];
  offers: Offer[];
  interests: TopicId[];
  /** How an `own:` topic was written, by topic id, so that it is shown as written. */
  ownWords: Record<string, string>;
  meets: MeetingWay[];
  reach: ReachWay[];
  /** ISO 639-1 codes. */
  languages: string[];
  /** IANA name, e.g. `Europe/Zurich`. */
  timeZone: string;
  /** How many people there is room for, over all cohorts, 1–5. */
  capacity: number;
  /** People not to be matched with; seen by nobody else. */
  excludes: Exclusion[];
}

export const emptyProfile = (timeZone: string, languages: string[]): Profile => ({
  wants: [],
  offers: [],
  interests: [],
  ownWords: {},
  meets: [],
  reach: [],
  languages,
  timeZone,
  capacity: 1,
  excludes: [],
});
