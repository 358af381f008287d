import { z } from 'zod';
import {
  ADDRESS_MAX,
  ANNOUNCEMENT_STATES,
  ANNOUNCEMENT_TEXT_MAX,
  ANNOUNCEMENT_TITLE_MAX,
  AUDIENCE_STATUSES,
  AUDIENCES,
  BUTTON_TITLE_MAX,
  BUTTONS_MAX,
  IMAGE_ALT_MAX,
  TEAM_MAX,
} from '#domain/announcements/announcement.ts';
import { AMENDED_STATES, DELIVERY_GROUPS, DELIVERY_STATES } from '#domain/notices/delivery.ts';
import { count, id, instant, name, named, pageAsked, paged, someName, someText, text } from './basics.ts';

/** Words as they are drawn, a line each: `lead` stands before an entry of a list, `isClose` goes on without a gap. */
const LineView = z.object({
  lead: z.string(),
  isClose: z.boolean(),
  runs: z.array(
    z.object({
      text: z.string(),
      isBold: z.boolean().optional(),
      isItalic: z.boolean().optional(),
      address: z.string().optional(),
    }),
  ),
});
export type LineView = z.infer<typeof LineView>;
export const Lines = z.array(LineView);

/** What its readers see. An address is looked at where it is used, so that a sentence says what is wrong. */
export const ContentBody = z.object({
  title: someName(ANNOUNCEMENT_TITLE_MAX),
  text: someText(ANNOUNCEMENT_TEXT_MAX),
  image: z.object({ address: text(ADDRESS_MAX), alt: name(IMAGE_ALT_MAX) }).optional(),
  buttons: z
    .array(z.object({ title: someName(BUTTON_TITLE_MAX), address: text(ADDRESS_MAX) }))
    .max(BUTTONS_MAX)
    .optional(),
});
export type ContentBody = z.infer<typeof ContentBody>;

export const AudienceBody = z.object({
  audience: z.enum(AUDIENCES),
  status: z.enum(AUDIENCE_STATUSES).optional(),
  /** A department as the import has it; empty for every one. */
  team: text(TEAM_MAX).optional(),
});
export type AudienceBody = z.infer<typeof AudienceBody>;

export const AnnouncementBody = ContentBody.extend({
  ...AudienceBody.shape,
  /** The minute it is for; missing for now. */
  sendAt: instant.optional(),
  /** How many it reaches, as whoever sends it typed it; needed where they are many. */
  count: count.optional(),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;

/** The card as Teams will be given it. */
export const AnnouncementPreview = z.object({ card: z.record(z.string(), z.unknown()) });
export type AnnouncementPreview = z.infer<typeof AnnouncementPreview>;

export const ReachView = z.object({
  /** Whom it is sent to; of these, who have not joined yet. */
  recipients: count,
  notJoined: count,
  /** Who has no app yet; whom else it will not reach, out of reach or without news. */
  noApp: count,
  leftOut: count,
});
export type ReachView = z.infer<typeof ReachView>;
export const Teams = z.object({ teams: z.array(z.object({ team: z.string(), people: count })) });
export type Teams = z.infer<typeof Teams>;

/** What waits to be sent, by its id. */
export const Announced = z.object({ announcement: id });
export type Announced = z.infer<typeof Announced>;
/** What was called off, to go on from. */
export const AnnouncementDraft = z.object({
  ...ContentBody.shape,
  title: z.string(),
  text: z.string(),
  ...AudienceBody.shape,
});
export type AnnouncementDraft = z.infer<typeof AnnouncementDraft>;

/** Oldest first. */
const replies = z.array(z.object({ name: z.string(), text: z.string(), at: instant }));
export const Replies = z.object({ replies });
export type Replies = z.infer<typeof Replies>;

export const AnnouncementView = AnnouncementDraft.extend({
  announcement: id,
  etag: z.string(),
  /** Its text as readers see it. */
  lines: Lines,
  /** When it was written; once it is sent off, when that was. */
  at: instant,
  state: z.enum(ANNOUNCEMENT_STATES),
  /** While it waits: when it is sent, and in how many ms that is. */
  sendAt: instant.optional(),
  waitsMs: count.optional(),
  corrected: instant.optional(),
  /** Over everybody it was sent to; who they are comes in pages. */
  counts: z.object({
    meant: count,
    /** On its way now; waiting until they are at work. */
    onTheWay: count,
    quiet: count,
    /** Those it was not for, because they have no app, mute news or take part no more. */
    notMeant: count,
    sent: count,
    failed: count,
    unknown: count,
    /** Who sees the correction, or has it no more; with whom Teams did not let it be changed. */
    amended: count,
    notAmended: count,
  }),
  /** The newest replies, and how many came before these. */
  replies,
  repliesBefore: count,
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;
/** Those that wait first, then newest first, so many at a time; `more` is `before` of the next ones. */
export const Announcements = z.object({ announcements: z.array(AnnouncementView), more: id.optional() });
export type Announcements = z.infer<typeof Announcements>;

export const AnnouncementsAsked = z.object({ before: id.optional() }).default({});
export type AnnouncementsAsked = z.infer<typeof AnnouncementsAsked>;

export const DeliveryView = named.extend({
  state: z.enum(DELIVERY_STATES),
  /** A sentence in plain words; empty when all is well. */
  reason: z.string(),
  /** False: it was not for them. */
  isMeant: z.boolean(),
  /** What came of the last correction, or of taking it back. */
  amended: z.enum(AMENDED_STATES).optional(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
/** Those it was for first, by name, so many at a time. */
export const Deliveries = paged.extend({ deliveries: z.array(DeliveryView) });
export type Deliveries = z.infer<typeof Deliveries>;

export const DeliveriesAsked = pageAsked
  .extend({ which: z.enum(DELIVERY_GROUPS).default('all') })
  .default({ find: '', from: '0', which: 'all' });

export interface AnnouncementShapes {
  announcements: { query: AnnouncementsAsked; answer: Announcements };
  previewAnnouncement: { body: ContentBody; answer: AnnouncementPreview };
  audience: { body: AudienceBody; answer: ReachView };
  teams: { answer: Teams };
  tryAnnouncement: { body: ContentBody };
  deliveries: { query: { find?: string; from?: string; which?: string }; answer: Deliveries };
  replies: { answer: Replies };
  announce: { body: AnnouncementBody; answer: Announced };
  changeAnnouncement: { body: AnnouncementBody };
  callOffAnnouncement: { answer: AnnouncementDraft };
  correctAnnouncement: { body: ContentBody };
  recallAnnouncement: object;
  stopAnnouncement: object;
  retryAnnouncement: object;
}
