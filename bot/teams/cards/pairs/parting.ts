import { DateInput } from '@microsoft/teams.cards';
import type { LeaveHeard } from '#domain/pairs/leaveRange.ts';
import { beginsLater } from '#teams/cards/beginsLater.ts';
import { doneCard, sureCard } from '#teams/cards/done.ts';
import {
  bullets,
  type CardAction,
  calendarDay,
  type Drawn,
  draw,
  heading,
  openTab,
  plain,
  press,
  type Reader,
  withReader,
} from '#teams/cards/parts.ts';
import type { PartingSeen } from '#usecases/pairs/parting.ts';
import { inTeam } from '#words/several.ts';
import type { Words } from '#words/words.ts';

type What = 'pause' | 'resume' | 'end';

/** What every sentence about a pair names: with whom, where, and whether they are two or more. */
const valuesOf = (seen: Pick<PartingSeen, 'partners' | 'cohortName'>, reader: Reader) => ({
  ...withReader(seen.partners, reader),
  cohort: seen.cohortName,
  count: seen.partners.length,
});

/** How leaving a circle is said. */
const leavingOf = (seen: PartingSeen, reader: Reader) => ({ ...valuesOf(seen, reader), ...inTeam(seen) });

const stay = ({ pair }: { pair: string }, words: Words): CardAction =>
  press(words('parting:stay.yes'), 'pair.stay', { pair });

const startAgain = ({ pair, turn }: PartingSeen, words: Words): CardAction =>
  press(words('parting:resume.yes'), 'pair.resume', { pair, seen: `${turn}`, sure: true });

/** Asks for the day on which the pair goes on; `heard` is what was heard of one. Nothing is done yet. */
export function pauseCard(seen: PartingSeen, heard: LeaveHeard, words: Words, reader: Reader): Drawn {
  const isPaused = seen.state === 'paused';
  const values = { ...valuesOf(seen, reader), day: isPaused ? calendarDay(seen.pausedUntil, reader) : '' };
  const { first, last } = seen.days;
  const input = new DateInput({
    ...{ id: 'until', label: words('parting:pause.day'), min: first, max: last },
    ...{ isRequired: true, errorMessage: words('parting:pause.pickADay') },
    ...(heard.day >= first && heard.day <= last && { value: heard.day }),
  });
  const yes = press(
    words(isPaused ? 'parting:pause.move' : 'parting:pause.yes'),
    'pair.pause',
    { pair: seen.pair, seen: `${seen.turn}`, asked: true },
    { style: 'positive', withInputs: true },
  );
  const lead = words(isPaused ? 'parting:pause.already' : 'parting:pause.lead', values);
  return draw(reader, lead, {
    body: [
      heading(words('parting:pause.title')),
      ...beginsLater(heard, words, reader),
      ...plain(lead),
      ...plain(words('parting:pause.leave')),
      input,
    ],
    actions: [yes, ...(isPaused ? [startAgain(seen, words)] : []), stay(seen, words)],
  });
}

/** What a card about a break shows once it stands as it stands. */
export function breakCard(seen: PartingSeen, words: Words, reader: Reader): Drawn {
  const isPaused = seen.state === 'paused';
  const values = { ...valuesOf(seen, reader), day: isPaused ? calendarDay(seen.pausedUntil, reader) : '' };
  const text = words(isPaused ? 'parting:pause.done' : 'parting:resume.done', values);
  const open = openTab(words('parting:paused.open'), reader, `pair/${seen.pair}`);
  return doneCard(words(isPaused ? 'parting:paused.title' : 'parting:resumed.title'), text, reader, {
    actions: isPaused ? [startAgain(seen, words), open] : [open],
    about: seen.cohortName,
  });
}

export function resumeCard(seen: PartingSeen, words: Words, reader: Reader): Drawn {
  const values = { ...valuesOf(seen, reader), day: calendarDay(seen.pausedUntil, reader) };
  const asked = { title: words('parting:resume.title'), text: words('parting:resume.lead', values) };
  return sureCard({ ...asked, yes: startAgain(seen, words), no: stay(seen, words) }, reader);
}

/** The one question before a pair ends, with its names. */
export function endCard(seen: PartingSeen, words: Words, reader: Reader): Drawn {
  const asked = {
    title: words('parting:end.title'),
    text: seen.leaves
      ? words('parting:end.sureLeaves', leavingOf(seen, reader))
      : words('parting:end.sure', valuesOf(seen, reader)),
  };
  const yes = press(words('parting:end.yes'), 'pair.end', { pair: seen.pair, sure: true });
  return sureCard({ ...asked, yes, no: stay(seen, words) }, reader);
}

export const endedCard = (seen: PartingSeen, words: Words, reader: Reader): Drawn =>
  doneCard(
    words('parting:ended.title'),
    seen.leaves
      ? words('parting:end.doneLeaves', leavingOf(seen, reader))
      : words('parting:end.done', valuesOf(seen, reader)),
    reader,
  );

/** Which of several pairs is meant, each by its names. What was heard of days goes along to the question for a day. */
export function whichPairCard(
  pairs: readonly PartingSeen[],
  { what, day, begins }: { what: What } & LeaveHeard,
  words: Words,
  reader: Reader,
): Drawn {
  const title = words(`parting:which.${what}`);
  const actions = pairs.map((seen) =>
    press(words('parting:which.pair', valuesOf(seen, reader)), `pair.${what}`, {
      pair: seen.pair,
      ...(what === 'pause' && day && { day }),
      ...(what === 'pause' && begins && { begins }),
    }),
  );
  const names = pairs.map((seen) => words('parting:which.pair', valuesOf(seen, reader)));
  const body = [heading(title), ...plain(words('parting:which.lead')), ...bullets(names)];
  return draw(reader, title, { body, actions });
}
