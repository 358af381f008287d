import type { AnnouncementNotice } from '#domain/announcements/notices.ts';
import type { CohortNotice } from '#domain/cohorts/notices.ts';
import type { RoundNotice } from '#domain/matching/notices.ts';
import type { MeetingNotice } from '#domain/meetings/notices.ts';
import type { PairNotice } from '#domain/pairs/notices.ts';
import type { SearchNotice } from '#domain/searches/notices.ts';

/** What the bot can say on its own. The content is made from the rows when it is sent, never stored here. */
export type Notice =
  | CohortNotice
  | AnnouncementNotice
  | PairNotice
  | RoundNotice
  | SearchNotice
  | MeetingNotice;
