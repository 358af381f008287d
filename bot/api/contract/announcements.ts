import { z } from 'zod';
import {
  ANNOUNCEMENT_STATES,
  ANNOUNCEMENT_TEXT_MAX,
  ANNOUNCEMENT_TITLE_MAX,
  AUDIENCES,
} from '#domain/announcements/announcement.ts';
import { DELIVERY_STATES } from '#domain/notices/delivery.ts';
import { count, id, instant, named, someText } from './basics.ts';

export const AnnouncementBody = z.object({
  title: someText(ANNOUNCEMENT_TITLE_MAX),
  text: someText(ANNOUNCEMENT_TEXT_MAX),
  audience: z.enum(AUDIENCES),
});
export type AnnouncementBody = z.infer<typeof AnnouncementBody>;
export const AnnouncementPreview = z.object({
  title: z.string(),
  text: z.string(),
  from: z.string(),
  recipients: count,
  withoutApp: count,
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
  deliveries: z.array(
    named.extend({
      state: z.enum(DELIVERY_STATES),
      /** A sentence in plain words; empty when all is well. */
      reason: z.string(),
      /** False: it was not for them, because they have no app, mute news or take part no more. */
      isMeant: z.boolean(),
    }),
  ),
  replies: z.array(z.object({ name: z.string(), text: z.string(), at: instant })),
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;
/** Newest first, so many at a time; `more` is `before` of the next ones, missing after the last. */
export const Announcements = z.object({ announcements: z.array(AnnouncementView), more: id.optional() });
export type Announcements = z.infer<typeof Announcements>;

export const AnnouncementsAsked = z.object({ before: id.optional() }).default({});
export type AnnouncementsAsked = z.infer<typeof AnnouncementsAsked>;

export interface AnnouncementShapes {
  announcements: { query: AnnouncementsAsked; answer: Announcements };
  previewAnnouncement: { body: AnnouncementBody; answer: AnnouncementPreview };
  announce: { body: AnnouncementBody; answer: Announced };
  retryAnnouncement: object;
}
