import {
  fields,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
} from '#domain/basics/shape.ts';
import {
  ANNOUNCEMENT_STATES,
  type Announcement,
  AUDIENCE_STATUSES,
  AUDIENCES,
  type NewsButton,
  type Reply,
} from './announcement.ts';
import { IN_NAME_STATES, type InName } from './inName.ts';
import type { AnnouncementRows, ReplyRows } from './rows.ts';

export const replyShapes: ShapesOf<ReplyRows> = {
  reply: fields<Reply>({ announcement: id, from: id, text, at: instant }),
};

export const announcementShapes: ShapesOf<AnnouncementRows> = {
  announcement: fields<Announcement>({
    ...{ announcement: id, by: id, title: text, text, at: instant },
    audience: oneOf(AUDIENCES),
    status: maybe(oneOf(AUDIENCE_STATUSES)),
    team: maybe(text),
    image: maybe(fields<NonNullable<Announcement['image']>>({ address: text, alt: text })),
    buttons: maybe(listOf(fields<NewsButton>({ title: text, address: text }))),
    state: oneOf(ANNOUNCEMENT_STATES),
    sendAt: maybe(instant),
    corrected: maybe(instant),
    ...{ people: maybe(number), tries: maybe(number), revision: maybe(number) },
  }),
  inname: fields<InName>({
    ...{ announcement: id, by: id, sponsor: id, title: text, text, at: instant, word: text },
    audience: oneOf(AUDIENCES),
    state: oneOf(IN_NAME_STATES),
  }),
  audience: fields<AnnouncementRows['audience']>({ people: listOf(id) }),
  replyref: fields<AnnouncementRows['replyref']>({ from: id, reply: id, at: instant }),
};
