import type { Expiring } from '#domain/basics/expiring.ts';
import type { PersonId } from '#domain/basics/ids.ts';
import type { Channel } from '#domain/people/person.ts';
import type { PlainText } from '#teams/cards/enrolment/lines.ts';
import type { Drawn, Reader } from '#teams/cards/parts.ts';
import { inviteOnInstall } from '#usecases/cohorts/invitations.ts';
import { findMet, findPerson, personOf } from '#usecases/people/people.ts';
import { noteChat, settingsOf } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { faultOf } from '#usecases/story/fault.ts';
import { Away, TooLarge } from '#usecases/story/ports.ts';
import type { Words } from '#words/words.ts';
import type { Once } from './once.ts';

/** One message of the bot. */
export type Outgoing = Drawn | PlainText;

/** One activity in our own words; what follows needs no SDK. */
export interface Turn {
  activity: string;
  from: { directoryId: string; userId: string; name: string };
  chat: { id: string; isPersonal: boolean; serviceUrl: string; tenantId: string; botId: string };
  locale: string | undefined;
  timeZone: string | undefined;
  /** What was typed, without the mention of the bot. */
  text: string;
  /** Id of the message whose card was pressed, empty when unknown. */
  card: string;
  send(message: Outgoing): Promise<void>;
  /** Addresses and name as the directory has them. */
  askDirectory(): Promise<{ mail: string; signInName: string; name: string }>;
}

/** What the functions of a turn reach. */
export interface Parts {
  ctx: Context;
  wordsFor: (locale: string) => Words;
  teamsAppId: string;
  appId: string;
  publicUrl: string;
  activities: Once;
  presses: Once;
  /** Chats to which the app came a moment ago. */
  arrived: Expiring<true>;
}

/** Who speaks, known for certain, and how they read. */
export interface Speaker {
  person: PersonId;
  words: Words;
  reader: Reader;
  /** The bot could not reach this person before. */
  isNew: boolean;
}

/** How somebody reads who is not known: by what their client says. */
export function strangerOf(parts: Parts, turn: Turn): { words: Words; reader: Reader } {
  const { teamsAppId, appId, publicUrl } = parts;
  const locale = turn.locale ?? 'en';
  const reader = { locale, timeZone: 'UTC', teamsAppId, appId, publicUrl };
  return { words: parts.wordsFor(locale), reader };
}

/**
 * The person behind a turn. At first sight the directory is asked for both addresses, so that an import that knew one
 * of them finds its person; without that answer nobody is made and the turn fails, and somebody who is known from
 * the tab is asked about next time. In the personal chat the way to the person is remembered, and an invitation
 * that waited for it goes out. Undefined when Teams names no directory id.
 */
export async function speakerOf(parts: Parts, turn: Turn): Promise<Speaker | undefined> {
  const { ctx, teamsAppId, appId, publicUrl } = parts;
  const { directoryId } = turn.from;
  if (!directoryId) return undefined;
  const person = (await findMet(ctx, directoryId)) ?? (await meet(parts, turn));
  const { isNew, settings } = turn.chat.isPersonal
    ? await noteChat(ctx, person, { ...turn, channel: channelOf(turn) })
    : { isNew: false, settings: await settingsOf(ctx, person, turn) };
  const { locale, timeZone } = settings;
  if (isNew) await inviteOnInstall(ctx, person);
  const reader = { locale, timeZone, teamsAppId, appId, publicUrl };
  return { person, words: parts.wordsFor(locale), reader, isNew };
}

async function meet({ ctx }: Parts, turn: Turn): Promise<PersonId> {
  const { directoryId, name } = turn.from;
  try {
    const said = await turn.askDirectory();
    return personOf(ctx, { ...said, directoryId, name: said.name || name, isFromDirectory: true });
  } catch (error) {
    const known = await findPerson(ctx, 'oid', directoryId);
    if (!known) throw error;
    ctx.log.warn({ err: faultOf(error) }, 'the directory did not say who somebody is');
    return known;
  }
}

/** The way to the chat of a turn. */
export const channelOf = ({ chat, from }: Turn): Channel => ({
  serviceUrl: chat.serviceUrl,
  conversationId: chat.id,
  tenantId: chat.tenantId,
  userId: from.userId,
  botId: chat.botId,
  state: 'open',
});

/** What somebody reads whose turn failed, as a key of the catalogue: nothing was changed by it. */
export function sorryFor(error: unknown): string {
  if (error instanceof Away) return 'bot:away';
  return error instanceof TooLarge ? 'bot:tooLarge' : 'bot:sorry';
}
