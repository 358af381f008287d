import type { PersonId } from '#domain/basics/ids.ts';

export const ROLES = ['executive', 'mentor'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who somebody is: what their account says, never what others say of them (row `said`). The directory id alone is
 * identity. One row `person` per person.
 */
export interface Person {
  /** Empty until the account has been met. */
  name: string;
  /** Lower-case, as all addresses; of somebody without an account the one address that is known. */
  mail: string;
  signInName: string;
  /** Entra directory (object) id; empty while only an address is known. Given once. */
  directoryId: string;
  /** Every address the account has shown, also earlier ones. */
  addresses: string[];
  /** Known to be somebody else we know: this row is no more than a sign on the way there. */
  joinedTo: PersonId | '';
}

/**
 * What chats, calls and meetings of Teams call somebody: the sign-in name, which need not be the mail address
 * (learn, "Deep links": `users` takes the UserPrincipalName only). Empty when neither is known.
 */
export const teamsNameOf = ({ mail, signInName }: Pick<Person, 'mail' | 'signInName'>): string =>
  signInName || mail;

/** Longest name of a time zone. */
export const TIME_ZONE_MAX = 64;

/** How the product behaves towards one person. */
export interface Settings {
  /** BCP 47 tag of the words they read. */
  locale: string;
  timeZone: string;
  /** Announcements are muted; what concerns the own pair is never muted. */
  newsMuted: boolean;
  /** Kind reminders are switched off; answers, and what somebody else did, still arrive. */
  nudgesMuted?: boolean;
  /** Colleagues who are invited to a programme of theirs may read that they take part. */
  named?: boolean;
  /** Their account had the app role Sponsor when they were last here: they may be chosen to back a cohort. */
  maySponsor?: boolean;
  /** Whole hours of their own clock between which what can wait arrives; 8 to 18 where nothing is said. */
  hours?: WorkHours;
}

/** Whole hours, 0 to 24, `from` before `to`. */
export interface WorkHours {
  from: number;
  to: number;
}

/** At least so many hours a day something can arrive. */
const SHORTEST_HOURS = 2;
/** Whether hours can be kept: whole ones of one day, `from` at least two before `to`. */
export const areHours = ({ from, to }: WorkHours): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= 24 && to - from >= SHORTEST_HOURS;

/** Where the bot reaches somebody: what botbuilder needs to continue the conversation. Ids only. */
export interface Channel {
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  /** The bot-scoped `29:` id. */
  userId: string;
  botId: string;
  /** Why Teams took nothing there the last time: blocked by the person, disabled by the administrator, no app. */
  state: ChannelState;
}

export const CHANNEL_STATES = ['open', 'blocked', 'disabled', 'uninstalled'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

const DIRECTORY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Nobody's: all the same digit, as in a template that nobody filled in. */
const ONE_DIGIT = /^([0-9a-f])(?:\1|-)+$/i;
/** Whether this can be the id of an account in the directory. */
export const isDirectoryId = (text: string): boolean => DIRECTORY_ID.test(text) && !ONE_DIGIT.test(text);
