import type { Cards } from '#teams/cards/parts.ts';
import type { AnnouncementFacts } from '#usecases/announcements/notices.ts';
import { announcementCard, announcementTestCard } from './announcement.ts';
import { announcementReplyCard } from './announcementReply.ts';

export const announcementCards: Cards<AnnouncementFacts> = {
  announcement: announcementCard,
  announcementTest: announcementTestCard,
  announcementReply: announcementReplyCard,
};
