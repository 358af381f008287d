import type { AnnouncementId, CohortId } from '#domain/basics/ids.ts';

export type AnnouncementMessage = {
  kind: 'sendAnnouncement';
  cohort: CohortId;
  announcement: AnnouncementId;
};

/** Changes what was sent, or takes it back, for those of one shard who have it; nothing where a later change stands. */
export type Amend = {
  kind: 'amend';
  cohort: CohortId;
  announcement: AnnouncementId;
  shard: number;
  revision: number;
};
