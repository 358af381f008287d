import { announcementPrivacy, replyPrivacy } from '#domain/announcements/privacy.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import { GONE, isNamedIn, type PrivacyOf, type Speaks } from '#domain/basics/privacy.ts';
import { closingPrivacy } from '#domain/closing/privacy.ts';
import { cohortPrivacy, ownCohortPrivacy } from '#domain/cohorts/privacy.ts';
import { concernPrivacy } from '#domain/concerns/privacy.ts';
import { conversationPrivacy } from '#domain/enrolment/privacy.ts';
import { exchangePrivacy } from '#domain/exchanges/privacy.ts';
import { gatheringPrivacy } from '#domain/gatherings/privacy.ts';
import { insightPrivacy } from '#domain/insights/privacy.ts';
import { roundPrivacy } from '#domain/matching/privacy.ts';
import { meetingPrivacy } from '#domain/meetings/privacy.ts';
import { deliveryPrivacy } from '#domain/notices/privacy.ts';
import type { DeliveryRows } from '#domain/notices/rows.ts';
import { nudgePrivacy } from '#domain/nudges/privacy.ts';
import { ownPairPrivacy, pairPrivacy } from '#domain/pairs/privacy.ts';
import { personPrivacy } from '#domain/people/privacy.ts';
import { erasingPrivacy } from '#domain/privacy/privacy.ts';
import { profilePrivacy } from '#domain/profile/privacy.ts';
import { searchPrivacy } from '#domain/searches/privacy.ts';
import { ownSponsorPrivacy, sponsorPrivacy } from '#domain/sponsors/privacy.ts';
import type { LookupRows } from './lookups.ts';
import type { Message, Outbox } from './messages.ts';
import type { Notice } from './notices.ts';
import type { RowsOf } from './rows.ts';

/**
 * What was about to be told goes with whoever it is for or about, by any of its fields; what can be said without
 * naming them stays.
 */
const outbox: Speaks<Outbox> = {
  holds: ({ message }, { person }) => JSON.stringify(message).includes(person),
  forget: (value, { person }) => {
    const message = messageWithout(value.message, person);
    return message && { ...value, message };
  },
};

function messageWithout(message: Message, person: PersonId): Message | undefined {
  if (message.kind === 'membersAway') {
    const away = message.away.filter((one) => one.person !== person);
    return away.length > 0 ? { ...message, away } : undefined;
  }
  if (message.kind !== 'notify' || message.to === person || message.job.includes(person)) return undefined;
  const notice = noticeWithout(message.notice);
  return notice && { ...message, notice };
}

/** News of how something goes on, without whoever was asked before, has left or chose the reader. */
function noticeWithout(notice: Notice): Notice | undefined {
  if (notice.kind === 'searchNews') return { ...notice, past: '' };
  if (notice.kind === 'leftCircle') return { ...notice, person: GONE };
  if (notice.kind === 'champion' || notice.kind === 'sponsor') return { ...notice, by: GONE };
  return undefined;
}

/** Nobody can say what is in it: it is exported as it stands, and goes with whoever it may speak of. */
const unreadable: Speaks<object> = {
  holds: (value, who, { partition, id }) => {
    const text = `${partition} ${id} ${JSON.stringify(value)}`;
    return text.includes(who.person) || isNamedIn(text, who);
  },
  forget: () => undefined,
};

/**
 * What every kind of row says of people, so that what we hold about somebody, and what goes with them, is complete
 * by the compiler. The tables `due` and, beside what stands here, `lookups` hold ids and digests of rows that are
 * gone by then.
 */
export const PRIVACY: { readonly [Table in keyof RowsOf]: PrivacyOf<RowsOf[Table]> } & {
  readonly deliveries: PrivacyOf<DeliveryRows>;
  readonly lookups: PrivacyOf<LookupRows>;
} = {
  people: {
    ...personPrivacy,
    ...profilePrivacy,
    ...ownCohortPrivacy,
    ...ownSponsorPrivacy,
    ...replyPrivacy,
    ...ownPairPrivacy,
    ...searchPrivacy,
    ...nudgePrivacy,
    ...conversationPrivacy,
    ...erasingPrivacy,
    unreadable,
    outbox,
  },
  pairs: {
    ...{ ...pairPrivacy, ...meetingPrivacy, ...exchangePrivacy, ...closingPrivacy },
    ...{ unreadable, outbox },
  },
  cohorts: {
    ...cohortPrivacy,
    ...sponsorPrivacy,
    ...announcementPrivacy,
    ...gatheringPrivacy,
    ...roundPrivacy,
    ...insightPrivacy,
    outbox,
  },
  concerns: { ...concernPrivacy, unreadable, outbox },
  deliveries: deliveryPrivacy,
  lookups: {
    oid: { holds: ({ person }, who) => person === who.person, forget: () => undefined },
    mail: { holds: ({ person }, who) => person === who.person, forget: () => undefined },
    meeting: { because: 'digests of Teams’ ids and the id of a pair' },
    changed: { because: 'the id of a pair, for a minute' },
    seen_activity: { because: 'digests of what was answered, for seconds' },
    // What was answered in a chat, or is said next, may name others: it goes as a whole.
    seen_press: {
      holds: ({ person, answer = '' }, who) => person === who.person || isNamedIn(answer, who),
      forget: () => undefined,
    },
    unsaid: {
      holds: ({ person, message, rest = '' }, who) => person === who.person || isNamedIn(message + rest, who),
      forget: () => undefined,
    },
    lease: { because: 'which server does something alone' },
    budget: { because: 'how many messages may be sent' },
  },
};
