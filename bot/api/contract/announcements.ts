import { z } from 'zod';
import {
  ANNOUNCEMENT_STATES,
  ANNOUNCEMENT_TEXT_MAX,
  ANNOUNCEMENT_TITLE_MAX,
  AUDIENCES,
} from '#domain/announcements/announcement.ts';
import { DELIVERY_STATES } from '#domain/notices/delivery.ts';
import { count, id, instant, named, pageAsked, paged, someName, someText } from './basics.ts';

export const AnnouncementBody = z.object({
  title: someName(ANNOUNCEMENT_TITLE_MAX),
  text: someText(ANNOUNCEMENT_TEXT_MAX),
  audience: z.enum(AUDIENCES),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;
export const AnnouncementPreview = z.object({
  title: z.string(),
  text: z.string(),
  from: z.string(),
  /** Whom it is sent to; of these, who have not joined yet; and whom it will not reach. */
  recipients: count,
  notJoined: count,
  leftOut: count,
});
export type AnnouncementPreview = z.infer<typeof AnnouncementPreview>;
/** What was sent off, by its id. */
export const Announced = z.object({ announcement: id });
export type Announced = z.infer<typeof Announced>;

export const AnnouncementView = z.object({
  announcement: id,
  title: z.string(),
  text: z.string(),
  audience: z.enum(AUDIENCES),
  at: instant,
  state: z.enum(ANNOUNCEMENT_STATES),
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
  }),
  replies: z.array(z.object({ name: z.string(), text: z.string(), at: instant })),
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;
/** Newest first, so many at a time; `more` is `before` of the next ones, missing after the last. */
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
});
export type DeliveryView = z.infer<typeof DeliveryView>;
/** Those it was for first, by name, so many at a time. */
export const Deliveries = paged.extend({ deliveries: z.array(DeliveryView) });
export type Deliveries = z.infer<typeof Deliveries>;

export const DeliveriesAsked = pageAsked.default({ find: '', from: '0' });

export interface AnnouncementShapes {
  announcements: { query: AnnouncementsAsked; answer: Announcements };
  previewAnnouncement: { body: AnnouncementBody; answer: AnnouncementPreview };
  deliveries: { query: { find?: string; from?: string }; answer: Deliveries };
  announce: { body: AnnouncementBody; answer: Announced };
  stopAnnouncement: object;
  retryAnnouncement: object;
}
