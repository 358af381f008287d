import { Refusal } from '#domain/basics/refusal.ts';
import { isWritable } from '#domain/basics/writable.ts';
import { HEARD_MAX, type Line, type Moment } from '#domain/enrolment/conversation.ts';
import { findCommand } from '#domain/hearing/acts/commands.ts';
import { saidMessage } from '#teams/cards/enrolment/lines.ts';
import { statusCard } from '#teams/cards/home/status.ts';
import { hearPicked, hear as hearText, type Said } from '#usecases/enrolment/talk.ts';
import { getMe } from '#usecases/home/me.ts';
import { askLeave, hearLeave } from './leave.ts';
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
  const leave = await hearLeave(text, by);
  if (leave === 'here') return hereAgain(by);
  if (leave) return leave;
  const { said, does } = await hearText(by.parts.ctx, by.person, { text, at }, by.words);
  const shown = does && (await carryOut(does, text, by));
  return shown ?? show(said, by) ?? show(HELP, by);
}

/** No leave is noted, and what was asked is asked once more. */
async function hereAgain(by: Listener): Promise<Outgoing | undefined> {
  const { said } = await hearText(by.parts.ctx, by.person, { text: 'continue' }, by.words);
  return show([{ text: { word: 'acts:away.here' } }, ...said], by);
}

/** What is done or asked instead of saying something; undefined where there is nothing to do it for. */
async function carryOut(does: NonNullable<Said['does']>, text: string, by: Listener) {
  switch (does) {
    case 'search':
      return findMentor(by);
    case 'met':
      return weMet(text, by);
    case 'away':
      return askLeave(text, by);
    default:
      return askParting(by, does, text);
  }
}

/** What the bot answers to topics that were ticked. */
const pick = async (picked: Parameters<typeof hearPicked>[2], by: Listener): Promise<Outgoing | undefined> =>
  show(await hearPicked(by.parts.ctx, by.person, picked, by.words), by);

const standingOf = ({ parts, person }: Listener) => getMe(parts.ctx, { person, roles: [] });

export const converse = { hear, pick, show };
