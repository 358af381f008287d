import {
  Announced,
  AnnouncementBody,
  AnnouncementPreview,
  Announcements,
  type AnnouncementView,
} from '#api/contract/announcements.ts';
import { cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import {
  type AnnouncementSeen,
  announce,
  listAnnouncements,
  previewAnnouncement,
} from '#usecases/announcements/announcements.ts';
import { sayDelivery } from '#usecases/notices/deliveries.ts';
import type { Words } from '#words/words.ts';

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
      const all = await listAnnouncements(ctx, cohortAt({ params, actor }));
      return { announcements: all.map((one) => presentAnnouncement(words, one)) };
    },
  }),
  route('previewAnnouncement', {
    body: AnnouncementBody,
    answer: AnnouncementPreview,
    run: async ({ ctx, actor, params, body }) => {
      const at = cohortAt({ params, actor });
      const { title, text, from, recipients, withoutApp } = await previewAnnouncement(ctx, at, body);
      return { title, text, from, recipients, withoutApp };
    },
  }),
  route('announce', {
    body: AnnouncementBody,
    answer: Announced,
    status: 201,
    run: async ({ ctx, actor, params, body }) => ({
      announcement: await announce(ctx, cohortAt({ params, actor }), body),
    }),
  }),
];
