import type { AnnouncementId, Instant, PersonId } from '#domain/basics/ids.ts';

export const AUDIENCES = ['everyone', 'executives', 'mentors', 'firstMovers'] as const;
type Audience = (typeof AUDIENCES)[number];
/** stopped: whoever had not been told by then is not. */
export const ANNOUNCEMENT_STATES = ['sending', 'sent', 'stopped'] as const;
export const ANNOUNCEMENT_TITLE_MAX = 120;
export const ANNOUNCEMENT_TEXT_MAX = 4000;

export interface Announcement {
  announcement: AnnouncementId;
  by: PersonId;
  title: string;
  text: string;
  audience: Audience;
  at: Instant;
  state: (typeof ANNOUNCEMENT_STATES)[number];
  /** How many it is for, also those who will turn out to be out of reach. */
  people?: number;
  /** How often it was sent off, where that was more than once. */
  tries?: number;
}

/** Longest reply to an announcement. */
export const REPLY_MAX = 2000;

/** Row `reply_<id>` in the writer's own partition of people; shown to the cohort's champions, for whom it was written. */
export interface Reply {
  announcement: AnnouncementId;
  from: PersonId;
  text: string;
  at: Instant;
}
