import type { AnnouncementId, CohortId } from '#domain/basics/ids.ts';

export type AnnouncementMessage = {
  kind: 'sendAnnouncement';
  cohort: CohortId;
  announcement: AnnouncementId;
};
