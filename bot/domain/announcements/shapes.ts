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
import { ANNOUNCEMENT_STATES, type Announcement, AUDIENCES, type Reply } from './announcement.ts';
import { IN_NAME_STATES, type InName } from './inName.ts';
import type { AnnouncementRows, ReplyRows } from './rows.ts';

export const replyShapes: ShapesOf<ReplyRows> = {
  reply: fields<Reply>({ announcement: id, from: id, text, at: instant }),
};

export const announcementShapes: ShapesOf<AnnouncementRows> = {
  announcement: fields<Announcement>({
    ...{ announcement: id, by: id, title: text, text, at: instant },
    audience: oneOf(AUDIENCES),
    state: oneOf(ANNOUNCEMENT_STATES),
    people: maybe(number),
    tries: maybe(number),
  }),
  inname: fields<InName>({
    ...{ announcement: id, by: id, sponsor: id, title: text, text, at: instant, word: text },
    audience: oneOf(AUDIENCES),
    state: oneOf(IN_NAME_STATES),
  }),
  audience: fields<AnnouncementRows['audience']>({ people: listOf(id) }),
  replyref: fields<AnnouncementRows['replyref']>({ from: id, reply: id, at: instant }),
};
