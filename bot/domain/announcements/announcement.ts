import type { AnnouncementId, Instant, PersonId } from '#domain/basics/ids.ts';

/** Of which role, or who joined first; and, of those, how far they have come, as champions may know it by name. */
export const AUDIENCES = ['everyone', 'executives', 'mentors', 'firstMovers'] as const;
export const AUDIENCE_STATUSES = ['all', 'invited', 'joined', 'introduced', 'paired'] as const;
export const TEAM_MAX = 200;
/**
 * waiting: until `sendAt`, nobody has it and it may be changed. calledOff: it was called off before that. stopped:
 * whoever had not been told by then is not. recalled: it is taken back from those who have it.
 */
export const ANNOUNCEMENT_STATES = [
  'waiting',
  'calledOff',
  'sending',
  'sent',
  'stopped',
  'recalled',
] as const;
export const ANNOUNCEMENT_TITLE_MAX = 120;
export const ANNOUNCEMENT_TEXT_MAX = 4000;
/** Of a picture or a button: longer addresses are no longer shown everywhere. */
export const ADDRESS_MAX = 1000;
export const IMAGE_ALT_MAX = 200;
export const BUTTONS_MAX = 2;
export const BUTTON_TITLE_MAX = 40;
/** Teams takes a message of 28 KB (Microsoft Teams, format your bot messages, 2026-10); some of it is the envelope. */
export const CARD_BYTES_MAX = 27_000;
/** So long nothing is sent, and it may be undone. */
export const UNDO_SECONDS = 30;
/** What reaches more people than this is sent off by whoever types how many they are. */
export const MANY_PEOPLE = 500;
export const FURTHEST_DAYS = 90;

/** A way out of a card: always https. */
export interface NewsButton {
  title: string;
  address: string;
}

/** What its readers see. */
export interface Content {
  title: string;
  text: string;
  image?: { address: string; alt: string };
  buttons?: NewsButton[];
}

/** Whom it is for: worked out when it is sent, from what is known then. */
export interface Audience {
  audience: (typeof AUDIENCES)[number];
  /** Missing for all. */
  status?: (typeof AUDIENCE_STATUSES)[number];
  /** A department as the import has it; missing for every one. */
  team?: string;
}

/** A card as one person reads it. */
export interface News extends Content {
  cohortName: string;
  /** Who wrote it; empty where they were erased. */
  from: string;
  /** When it was corrected last. */
  corrected?: Instant;
}

export interface Announcement extends Content, Audience {
  announcement: AnnouncementId;
  by: PersonId;
  /** When it was written; once it is sent off, when that was. */
  at: Instant;
  state: (typeof ANNOUNCEMENT_STATES)[number];
  /** While it waits: when it is sent. Missing while nobody knows. */
  sendAt?: Instant;
  /** How many it is for, also those who will turn out to be out of reach. */
  people?: number;
  /** How often it was sent off, where that was more than once. */
  tries?: number;
  /** Which change of what was sent this is, from 1: a correction, or taking it back. */
  revision?: number;
  corrected?: Instant;
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
