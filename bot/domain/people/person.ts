import type { PersonId } from '#domain/basics/ids.ts';

export const ROLES = ['executive', 'mentor'] as const;
export type Role = (typeof ROLES)[number];

/** Who somebody is, as imported or as Teams says. One row `person` per person. */
export interface Person {
  name: string;
  /** Lower-case; empty when not known. */
  mail: string;
  /** Entra directory (object) id; empty until the first authenticated contact binds it, once. */
  directoryId: string;
  manager: PersonId | '';
  department: string;
  location: string;
}

/** Longest name of a time zone. */
export const TIME_ZONE_MAX = 64;

/** How the product behaves towards one person. */
export interface Settings {
  /** BCP 47 tag of the words they read. */
  locale: string;
  timeZone: string;
  /** Announcements are muted; what concerns the own pair is never muted. */
  newsMuted: boolean;
}

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

export type ChannelState = 'open' | 'blocked' | 'disabled' | 'uninstalled';
