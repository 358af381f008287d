import { dayIn } from '#domain/basics/workingDays.ts';
import { commandText, findCommand } from '#domain/hearing/acts/commands.ts';
import { findLeave } from '#domain/pairs/leaveRange.ts';
import { hereCard, leaveCard, onLeaveCard } from '#teams/cards/enrolment/leave.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { isInConversation } from '#usecases/enrolment/turns.ts';
import { findOwnLeave } from '#usecases/life/ownLeave.ts';
import { hasPairFor, listPartings } from '#usecases/pairs/parting.ts';
import { askParting } from './parting.ts';
import type { Parts, Speaker } from './turn.ts';

type Listener = Speaker & { parts: Parts };

/** The question until when somebody is on leave; undefined for who takes part in nothing. */
export async function askLeave(text: string, by: Listener): Promise<Drawn | undefined> {
  const { ctx } = by.parts;
  const leave = await findOwnLeave(ctx, by.person);
  const heard = findLeave(text, dayIn(ctx.clock.now(), by.reader.timeZone));
  return leave && leaveCard(leave, heard, by.words, by.reader);
}

/** *I am back*, which speaks of somebody themselves; *start again* speaks of their pair. */
const isBack = (text: string): boolean => /^(?:i am|im|we are) back$/.test(commandText(text));

/**
 * What is answered to *on leave* and *I am back*: to who has a pair the question of a break, and to who is noted as on
 * leave how it stands; a pair that rests for more than that can start again at once. `here`: somebody is back amid a
 * conversation, and no leave of theirs is noted. Undefined for anything else.
 */
export async function hearLeave(text: string, by: Listener): Promise<Drawn | 'here' | undefined> {
  const { ctx } = by.parts;
  const command = findCommand(text)?.name;
  if (command === 'onLeave')
    return (await hasPairFor(ctx, by.person, 'pause')) ? askParting(by, 'pause', text) : askLeave(text, by);
  if (command !== 'backFromLeave' && command !== 'resumePair') return undefined;
  const leave = await findOwnLeave(ctx, by.person);
  if (leave?.until) {
    const wantsPair = command === 'resumePair' && !isBack(text) && (await restsAnyway(by));
    const resume = wantsPair ? await askParting(by, 'resume', text) : undefined;
    return resume ?? onLeaveCard(leave.until, by.words, by.reader);
  }
  if (command === 'resumePair') return undefined;
  const resume = (await hasPairFor(ctx, by.person, 'resume')) && (await askParting(by, 'resume', text));
  if (resume) return resume;
  return (await isInConversation(ctx, by.person)) ? 'here' : hereCard(by.words, by.reader);
}

async function restsAnyway({ parts, person, reader }: Listener): Promise<boolean> {
  const all = await listPartings(parts.ctx, { person, timeZone: reader.timeZone });
  return all.some((one) => one.restsAnyway);
}
