import {
  Announced,
  AnnouncementBody,
  AnnouncementPreview,
  Announcements,
  AnnouncementsAsked,
  type AnnouncementView,
  Deliveries,
  DeliveriesAsked,
  type DeliveryView,
} from '#api/contract/announcements.ts';
import { pageOf } from '#api/http/page.ts';
import { announcementOf, cohortAt } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import {
  announce,
  previewAnnouncement,
  retryAnnouncement,
  stopAnnouncement,
} from '#usecases/announcements/announcements.ts';
import {
  type AnnouncementSeen,
  type DeliverySeen,
  findDeliveries,
  listAnnouncements,
} from '#usecases/announcements/view.ts';
import { sayDelivery } from '#usecases/notices/deliveries.ts';
import { knownLocale } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

const presentDelivery = (words: Words, { person, name, isMeant, delivery }: DeliverySeen): DeliveryView => ({
  ...{ person, name, isMeant, state: delivery?.state ?? 'queued' },
  reason: sayDelivery(words, delivery),
});

const presentAnnouncement = (seen: AnnouncementSeen): AnnouncementView => ({
  announcement: seen.announcement,
  title: seen.title,
  text: seen.text,
  audience: seen.audience,
  at: seen.at,
  state: seen.state,
  counts: seen.tally,
  replies: seen.replies.map(({ name, text, at }) => ({ name, text, at })),
});

/** Announcements in one answer. */
const AT_ONCE = 10;

export const announcementRoutes = [
  route('announcements', {
    query: AnnouncementsAsked,
    answer: Announcements,
    run: async ({ ctx, actor, params, query }) => {
      const asked = { ...query, most: AT_ONCE + 1 };
      const found = await listAnnouncements(ctx, cohortAt({ params, actor }), asked);
      const shown = found.slice(0, AT_ONCE).map(presentAnnouncement);
      const more = found.length > AT_ONCE ? shown.at(-1)?.announcement : undefined;
      return { announcements: shown, ...(more ? { more } : {}) };
    },
  }),
  route('deliveries', {
    query: DeliveriesAsked,
    answer: Deliveries,
    run: async ({ ctx, actor, params, query, words }) => {
      const asked = { id: announcementOf(params), find: query.find, locale: knownLocale(actor.locale) };
      const found = await findDeliveries(ctx, cohortAt({ params, actor }), asked);
      const { shown, ...page } = pageOf(found, query);
      return { deliveries: shown.map((one) => presentDelivery(words, one)), ...page };
    },
  }),
  route('previewAnnouncement', {
    body: AnnouncementBody,
    answer: AnnouncementPreview,
    run: async ({ ctx, actor, params, body }) => {
      const at = cohortAt({ params, actor });
      const { audience: _, ...preview } = await previewAnnouncement(ctx, at, body);
      return preview;
    },
  }),
  route('announce', {
    body: AnnouncementBody,
    answer: Announced,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => ({
      announcement: await announce(ctx, cohortAt({ params, actor }), body, pressOf({ press, ctx })),
    }),
  }),
  route('stopAnnouncement', {
    run: ({ ctx, actor, params }) =>
      stopAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params)),
  }),
  route('retryAnnouncement', {
    run: ({ ctx, actor, params }) =>
      retryAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params)),
  }),
];
