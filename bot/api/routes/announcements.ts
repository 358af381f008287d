import {
  AnnouncementBody,
  AnnouncementPreview,
  Announcements,
  AnnouncementView,
} from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import {
  type AnnouncementSeen,
  announce,
  listAnnouncements,
  previewAnnouncement,
} from '#usecases/announcements/announcements.ts';
import type { Words } from '#words/words.ts';
import { atOf } from './at.ts';
import { sayDelivery } from './deliveries.ts';

const presentAnnouncement = (words: Words, seen: AnnouncementSeen): AnnouncementView => ({
  announcement: seen.announcement,
  title: seen.title,
  text: seen.text,
  audience: seen.audience,
  at: seen.at,
  state: seen.state,
  deliveries: seen.deliveries.map(({ person, name, delivery }) => ({
    ...{ person, name, state: delivery?.state ?? 'queued' },
    reason: sayDelivery(words, delivery),
  })),
  replies: seen.replies.map(({ name, text, at }) => ({ name, text, at })),
});

export const announcementRoutes = [
  route('announcements', {
    answer: Announcements,
    run: async ({ ctx, actor, params, words }) => {
      const all = await listAnnouncements(ctx, atOf({ params, actor }));
      return { announcements: all.map((one) => presentAnnouncement(words, one)) };
    },
  }),
  route('previewAnnouncement', {
    body: AnnouncementBody,
    answer: AnnouncementPreview,
    run: async ({ ctx, actor, params, body }) => {
      const at = atOf({ params, actor });
      const { title, text, from, recipients, withoutApp } = await previewAnnouncement(ctx, at, body);
      return { title, text, from, recipients, withoutApp };
    },
  }),
  route('announce', {
    body: AnnouncementBody,
    answer: AnnouncementView,
    status: 201,
    run: async ({ ctx, actor, params, body, words }) => {
      const at = atOf({ params, actor });
      return presentAnnouncement(words, await announce(ctx, at, body));
    },
  }),
];
