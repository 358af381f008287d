import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { Announcement, Reply } from './announcement.ts';
import type { InName } from './inName.ts';

/** Rows in the partition of a person. */
export interface ReplyRows {
  reply: Reply;
}

/** Rows in the partition of a cohort. */
export interface AnnouncementRows {
  announcement: Announcement;
  /** `inname_<announcement>`: words in the sponsor's name. */
  inname: InName;
  /** `audience_<announcement>_<n>`: who gets it, fixed when it is sent off. */
  audience: { people: PersonId[] };
  /** `replyref_<announcement>_<reply>`: where a reply stands; its words stay with the writer. */
  replyref: { from: PersonId; reply: string; at: Instant };
}
