import { Refusal } from '#domain/basics/refusal.ts';
import { isWritable } from '#domain/basics/writable.ts';
import { HEARD_MAX, type Line, type Moment } from '#domain/enrolment/conversation.ts';
import { findCommand } from '#domain/hearing/acts/commands.ts';
import { saidMessage } from '#teams/cards/enrolment/lines.ts';
import { statusCard } from '#teams/cards/home/status.ts';
import { hearPicked, hear as hearText } from '#usecases/enrolment/talk.ts';
import { getMe } from '#usecases/home/me.ts';
import { weMet } from './meeting.ts';
import { askParting } from './parting.ts';
import { findMentor } from './searching.ts';
import type { Outgoing, Parts, Speaker } from './turn.ts';

type Listener = Speaker & { parts: Parts };

/** Help for whoever says what nobody understands; never a dead end. */
const HELP: Line[] = [{ card: { name: 'help' } }];

const show = (said: readonly Line[], { words, reader }: Speaker): Outgoing | undefined =>
  saidMessage(said, words, reader);

/** What the bot answers to free text or to a button: where things stand, or what the conversation says. */
async function hear(text: string, by: Listener, at?: Moment): Promise<Outgoing | undefined> {
  if (text.length > HEARD_MAX) throw new Refusal('invalid', 'bot:tooLong', { max: HEARD_MAX });
  if (!isWritable(text)) throw new Refusal('invalid', 'bot:unwritable');
  const command = findCommand(text)?.name;
  if (command === 'status') return statusCard(await standingOf(by), by.words, by.reader);
  const found = command === 'search' ? await findMentor(by) : undefined;
  if (found) return found;
  const { said, does } = await hearText(by.parts.ctx, by.person, { text, at }, by.words);
  if (does === 'search') return (await findMentor(by)) ?? show(HELP, by);
  const met = does === 'met' ? await weMet(text, by) : undefined;
  if (met) return met;
  if (does && does !== 'met') return (await askParting(by, does, text)) ?? show(HELP, by);
  return show(said, by) ?? show(HELP, by);
}

/** What the bot answers to topics that were ticked. */
const pick = async (picked: Parameters<typeof hearPicked>[2], by: Listener): Promise<Outgoing | undefined> =>
  show(await hearPicked(by.parts.ctx, by.person, picked, by.words), by);

const standingOf = ({ parts, person }: Listener) => getMe(parts.ctx, { person, roles: [] });

export const converse = { hear, pick, show };
