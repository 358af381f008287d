import type { AnnouncementId, CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Content } from './announcement.ts';

export type AnnouncementNotice =
  | { kind: 'announcement'; cohort: CohortId; announcement: AnnouncementId }
  /** As its readers would see it, for its writer alone: it is kept nowhere else. */
  | { kind: 'announcementTest'; cohort: CohortId; content: Content }
  | {
      kind: 'announcementReply';
      cohort: CohortId;
      announcement: AnnouncementId;
      from: PersonId;
      reply: string;
    };
