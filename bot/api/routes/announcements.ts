import {
  Announced,
  AnnouncementBody,
  AnnouncementPreview,
  Announcements,
  AnnouncementsAsked,
  type AnnouncementView,
} from '#api/contract/announcements.ts';
import { announcementOf, cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import {
  type AnnouncementSeen,
  announce,
  listAnnouncements,
  previewAnnouncement,
  retryAnnouncement,
} from '#usecases/announcements/announcements.ts';
import { sayDelivery } from '#usecases/notices/deliveries.ts';
import { knownLocale } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

const presentAnnouncement = (words: Words, seen: AnnouncementSeen): AnnouncementView => ({
  announcement: seen.announcement,
  title: seen.title,
  text: seen.text,
  audience: seen.audience,
  at: seen.at,
  state: seen.state,
  deliveries: seen.deliveries.map(({ person, name, isMeant, delivery }) => ({
    ...{ person, name, isMeant, state: delivery?.state ?? 'queued' },
    reason: sayDelivery(words, delivery),
  })),
  replies: seen.replies.map(({ name, text, at }) => ({ name, text, at })),
});

/** Announcements in one answer. */
const AT_ONCE = 10;

export const announcementRoutes = [
  route('announcements', {
    query: AnnouncementsAsked,
    answer: Announcements,
    run: async ({ ctx, actor, params, query, words }) => {
      const asked = { ...query, most: AT_ONCE + 1, locale: knownLocale(actor.locale) };
      const found = await listAnnouncements(ctx, cohortAt({ params, actor }), asked);
      const shown = found.slice(0, AT_ONCE).map((one) => presentAnnouncement(words, one));
      const more = found.length > AT_ONCE ? shown.at(-1)?.announcement : undefined;
      return { announcements: shown, ...(more ? { more } : {}) };
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
  route('retryAnnouncement', {
    run: ({ ctx, actor, params }) =>
      retryAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params)),
  }),
];
