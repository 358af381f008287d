import { GONE, ownRow, type PrivacyOf, rowAbout, rowBy } from '#domain/basics/privacy.ts';
import type { AnnouncementRows, ReplyRows } from './rows.ts';

export const replyPrivacy: PrivacyOf<ReplyRows> = { reply: ownRow };

export const announcementPrivacy: PrivacyOf<AnnouncementRows> = {
  announcement: rowBy(),
  /** Words in somebody's name go with them. */
  inname: {
    holds: ({ by, sponsor }, { person }) => by === person || sponsor === person,
    forget: (value, { person }) => (value.sponsor === person ? undefined : { ...value, by: GONE }),
  },
  audience: {
    holds: ({ people }, { person }) => people.includes(person),
    forget: ({ people }, { person }) => ({ people: people.filter((one) => one !== person) }),
  },
  replyref: rowAbout(({ from }) => [from]),
};
