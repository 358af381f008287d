import { announcementPrivacy, replyPrivacy } from '#domain/announcements/privacy.ts';
import { isNamedIn, type PrivacyOf, type Speaks } from '#domain/basics/privacy.ts';
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
import type { RowsOf } from './rows.ts';

/** Everybody a message is for or about. */
const peopleIn = (message: Message): string[] => [
  ...('to' in message ? [message.to] : []),
  ...('person' in message ? [message.person] : []),
  ...('away' in message ? message.away.map(({ person }) => person) : []),
  ...('into' in message ? [message.from, message.into] : []),
  ...('notice' in message && 'from' in message.notice ? [message.notice.from] : []),
  ...('notice' in message && 'past' in message.notice ? [message.notice.past] : []),
];

/** What was about to be told goes; what speaks of others as well, and news that only name who was asked before, stay. */
const outbox: Speaks<Outbox> = {
  holds: ({ message }, { person }) => peopleIn(message).includes(person),
  forget: (value, { person }) => {
    const { message } = value;
    if (message.kind === 'membersAway') {
      const away = message.away.filter((one) => one.person !== person);
      return away.length > 0 ? { ...value, message: { ...message, away } } : undefined;
    }
    if (message.kind !== 'notify' || message.to === person || !('past' in message.notice)) return undefined;
    return { ...value, message: { ...message, notice: { ...message.notice, past: '' } } };
  },
};

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
