import { DateInput } from '@microsoft/teams.cards';
import type { Day } from '#domain/basics/ids.ts';
import type { LeaveHeard } from '#domain/pairs/leaveRange.ts';
import { beginsLater } from '#teams/cards/beginsLater.ts';
import { doneCard } from '#teams/cards/done.ts';
import { calendarDay, type Drawn, draw, heading, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { OwnLeave } from '#usecases/life/ownLeave.ts';
import type { Words } from '#words/words.ts';

const back = (words: Words) => press(words('acts:away.back'), 'leave.end', {});

/** Asks for the day somebody is back; `heard` is what was heard of one, and of a leave that begins later. Nothing is done yet. */
export function leaveCard({ until, days }: OwnLeave, heard: LeaveHeard, words: Words, reader: Reader): Drawn {
  const { first, last } = days;
  const value = [heard.day, until ?? ''].find((one) => one >= first && one <= last);
  const input = new DateInput({
    ...{ id: 'until', label: words('acts:away.day'), min: first, max: last },
    ...{ isRequired: true, errorMessage: words('acts:away.pickADay') },
    ...(value && { value }),
  });
  const stands = until ? plain(words('acts:away.stands', { day: calendarDay(until, reader) })) : [];
  const lead = words('acts:away.lead');
  return draw(reader, lead, {
    body: [
      heading(words('acts:away.title')),
      ...stands,
      ...beginsLater(heard, words, reader),
      ...plain(lead),
      input,
    ],
    actions: [
      press(words('acts:away.yes'), 'leave.note', {}, { style: 'positive', withInputs: true }),
      ...(until ? [back(words)] : []),
    ],
  });
}

/** A leave as it stands, with the way back before its day. */
export const onLeaveCard = (until: Day, words: Words, reader: Reader): Drawn =>
  doneCard(words('acts:away.title'), words('acts:away.noted', { day: calendarDay(until, reader) }), reader, {
    actions: [back(words)],
  });

/** What is shown to somebody who is here. */
export const hereCard = (words: Words, reader: Reader): Drawn =>
  doneCard(words('acts:away.title'), words('acts:away.here'), reader);
