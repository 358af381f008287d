import { ownRow, type PrivacyOf, rowAbout, rowBy } from '#domain/basics/privacy.ts';
import type { AnnouncementRows, ReplyRows } from './rows.ts';

export const replyPrivacy: PrivacyOf<ReplyRows> = { reply: ownRow };

export const announcementPrivacy: PrivacyOf<AnnouncementRows> = {
  announcement: rowBy(),
  audience: {
    holds: ({ people }, { person }) => people.includes(person),
    forget: ({ people }, { person }) => ({ people: people.filter((one) => one !== person) }),
  },
  replyref: rowAbout(({ from }) => [from]),
};
