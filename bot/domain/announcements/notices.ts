import type { AnnouncementId, CohortId, PersonId } from '#domain/basics/ids.ts';

export type AnnouncementNotice =
  | { kind: 'announcement'; cohort: CohortId; announcement: AnnouncementId }
  | {
      kind: 'announcementReply';
      cohort: CohortId;
      announcement: AnnouncementId;
      from: PersonId;
      reply: string;
    };
