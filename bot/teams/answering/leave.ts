import { dayIn } from '#domain/basics/workingDays.ts';
import { findCommand } from '#domain/hearing/acts/commands.ts';
import { findReturnDay } from '#domain/pairs/returnDay.ts';
import { hereCard, leaveCard, onLeaveCard } from '#teams/cards/enrolment/leave.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { findOwnLeave } from '#usecases/life/ownLeave.ts';
import { hasPairFor } from '#usecases/pairs/parting.ts';
import { askParting } from './parting.ts';
import type { Parts, Speaker } from './turn.ts';

type Listener = Speaker & { parts: Parts };

/** The question until when somebody is on leave; undefined for who takes part in nothing. */
export async function askLeave(text: string, by: Listener): Promise<Drawn | undefined> {
  const { ctx } = by.parts;
  const leave = await findOwnLeave(ctx, by.person);
  const day = findReturnDay(text, dayIn(ctx.clock.now(), by.reader.timeZone)) ?? '';
  return leave && leaveCard(leave, day, by.words, by.reader);
}

/**
 * What is answered to *on leave* and *I am back*: to who has a pair the question of a break, and to who is noted as on
 * leave how it stands. Undefined for anything else.
 */
export async function hearLeave(text: string, by: Listener): Promise<Drawn | undefined> {
  const { ctx } = by.parts;
  const command = findCommand(text)?.name;
  if (command === 'onLeave')
    return (await hasPairFor(ctx, by.person, 'pause')) ? askParting(by, 'pause', text) : askLeave(text, by);
  if (command !== 'backFromLeave' && command !== 'resumePair') return undefined;
  const leave = await findOwnLeave(ctx, by.person);
  if (leave?.until) return onLeaveCard(leave.until, by.words, by.reader);
  if (command === 'resumePair') return undefined;
  const resume = (await hasPairFor(ctx, by.person, 'resume')) && (await askParting(by, 'resume', text));
  return resume || hereCard(by.words, by.reader);
}
