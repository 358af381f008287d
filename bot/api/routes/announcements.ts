import {
  Announced,
  AnnouncementBody,
  AnnouncementDraft,
  AnnouncementPreview,
  Announcements,
  AnnouncementsAsked,
  type AnnouncementView,
  AudienceBody,
  ContentBody,
  Deliveries,
  DeliveriesAsked,
  type DeliveryView,
  ReachView,
  Replies,
  Teams,
} from '#api/contract/announcements.ts';
import { pageOf } from '#api/http/page.ts';
import { announcementOf, cohortAt } from '#api/http/params.ts';
import { pressOf } from '#api/http/press.ts';
import { route } from '#api/http/route.ts';
import type { Audience, Content } from '#domain/announcements/announcement.ts';
import { contentIn } from '#domain/announcements/content.ts';
import { linesOf } from '#domain/announcements/markup.ts';
import { toMs } from '#domain/basics/ids.ts';
import { correctAnnouncement, recallAnnouncement } from '#usecases/announcements/amending.ts';
import { countAudience, listTeams } from '#usecases/announcements/reach.ts';
import { listAllReplies } from '#usecases/announcements/replies.ts';
import { retryAnnouncement, stopAnnouncement } from '#usecases/announcements/sending.ts';
import {
  type AnnouncementSeen,
  type DeliverySeen,
  findDeliveries,
  listAnnouncements,
} from '#usecases/announcements/view.ts';
import {
  announce,
  callOffAnnouncement,
  changeAnnouncement,
  type Draft,
  drawDraft,
  tryAnnouncement,
} from '#usecases/announcements/writing.ts';
import { sayDelivery } from '#usecases/notices/deliveries.ts';
import { knownLocale } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

const presentDelivery = (words: Words, { person, name, isMeant, delivery }: DeliverySeen): DeliveryView => ({
  ...{ person, name, isMeant, state: delivery?.state ?? 'queued' },
  reason: sayDelivery(words, delivery),
  ...(delivery?.amended && { amended: delivery.amended.state }),
});

const presentDraft = (seen: Content & Audience): AnnouncementDraft => ({
  ...contentIn(seen),
  audience: seen.audience,
  ...(seen.status && { status: seen.status }),
  ...(seen.team && { team: seen.team }),
});

const presentAnnouncement = (seen: AnnouncementSeen, nowMs: number): AnnouncementView => ({
  ...presentDraft(seen),
  announcement: seen.announcement,
  etag: seen.etag,
  lines: linesOf(seen.text),
  at: seen.at,
  state: seen.state,
  ...(seen.sendAt && { sendAt: seen.sendAt, waitsMs: Math.max(0, toMs(seen.sendAt) - nowMs) }),
  ...(seen.corrected && { corrected: seen.corrected }),
  counts: seen.tally,
  replies: seen.replies,
  repliesBefore: seen.repliesBefore,
});

/** What a body asks for, without what it leaves open. */
const contentOf = ({ title, text, image, buttons }: ContentBody): Content =>
  contentIn({ title, text, ...(image && { image }), ...(buttons && { buttons }) });
const audienceOf = ({ audience, status, team }: AudienceBody): Audience => ({
  audience,
  ...(status && { status }),
  ...(team && { team }),
});
const draftOf = (body: AnnouncementBody): Draft => ({
  ...contentOf(body),
  ...audienceOf(body),
  ...(body.sendAt !== undefined && { sendAt: body.sendAt }),
  ...(body.count !== undefined && { count: body.count }),
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
      const shown = found.slice(0, AT_ONCE).map((one) => presentAnnouncement(one, ctx.clock.now()));
      const more = found.length > AT_ONCE ? shown.at(-1)?.announcement : undefined;
      return { announcements: shown, ...(more ? { more } : {}) };
    },
  }),
  route('deliveries', {
    query: DeliveriesAsked,
    answer: Deliveries,
    run: async ({ ctx, actor, params, query, words }) => {
      const { find, which } = query;
      const asked = { id: announcementOf(params), find, which, locale: knownLocale(actor.locale) };
      const found = await findDeliveries(ctx, cohortAt({ params, actor }), asked);
      const { shown, ...page } = pageOf(found, query);
      return { deliveries: shown.map((one) => presentDelivery(words, one)), ...page };
    },
  }),
  route('replies', {
    answer: Replies,
    run: async ({ ctx, actor, params }) => ({
      replies: await listAllReplies(ctx, cohortAt({ params, actor }), announcementOf(params)),
    }),
  }),
  route('previewAnnouncement', {
    body: ContentBody,
    answer: AnnouncementPreview,
    run: async ({ ctx, actor, params, body }) => {
      const { locale, timeZone } = actor;
      const at = cohortAt({ params, actor });
      const card = await drawDraft(ctx, at, contentOf(body), { locale: knownLocale(locale), timeZone });
      return { card: { ...card } };
    },
  }),
  route('audience', {
    body: AudienceBody,
    answer: ReachView,
    run: ({ ctx, actor, params, body }) => countAudience(ctx, cohortAt({ params, actor }), audienceOf(body)),
  }),
  route('teams', {
    answer: Teams,
    run: async ({ ctx, actor, params }) => ({ teams: await listTeams(ctx, cohortAt({ params, actor })) }),
  }),
  route('tryAnnouncement', {
    body: ContentBody,
    run: ({ ctx, actor, params, body, press }) =>
      tryAnnouncement(ctx, cohortAt({ params, actor }), contentOf(body), pressOf({ press, ctx })),
  }),
  route('announce', {
    body: AnnouncementBody,
    answer: Announced,
    status: 201,
    run: async ({ ctx, actor, params, body, press }) => ({
      announcement: await announce(ctx, cohortAt({ params, actor }), draftOf(body), pressOf({ press, ctx })),
    }),
  }),
  route('changeAnnouncement', {
    body: AnnouncementBody,
    run: ({ ctx, actor, params, body, etag }) => {
      const asked = { asked: draftOf(body), etag };
      return changeAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params), asked);
    },
  }),
  route('callOffAnnouncement', {
    answer: AnnouncementDraft,
    run: async ({ ctx, actor, params }) =>
      presentDraft(await callOffAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params))),
  }),
  route('correctAnnouncement', {
    body: ContentBody,
    run: ({ ctx, actor, params, body, etag }) => {
      const asked = { asked: contentOf(body), etag };
      return correctAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params), asked);
    },
  }),
  route('recallAnnouncement', {
    run: ({ ctx, actor, params }) =>
      recallAnnouncement(ctx, cohortAt({ params, actor }), announcementOf(params)),
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
