import { Choice, ChoiceSetInput } from '@microsoft/teams.cards';
import type { Day } from '#domain/basics/ids.ts';
import { dayIn } from '#domain/basics/workingDays.ts';
import type { Told } from '#domain/meetings/offScreen.ts';
import { MEETING_WAYS } from '#domain/profile/profile.ts';
import { doneCard } from '#teams/cards/done.ts';
import { type Drawn, draw, heading, listNames, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { HeardMet } from '#usecases/meetings/offScreen.ts';
import { shownIn } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

/** A calendar day with its weekday, in the reader's language. */
const dayOf = (day: Day, reader: Reader): string =>
  new Intl.DateTimeFormat(shownIn(reader.locale), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  }).format(new Date(day));

/** With whom, when and how, in one line. */
export const toldLine = (told: Told, partners: readonly string[], words: Words, reader: Reader): string =>
  words(told.way ? `bot:met.told_${told.way}` : 'bot:met.told', {
    partners: listNames(partners, reader),
    when: dayOf(told.day, reader),
  });

/** A sentence does not say for certain whether, or with whom, they met: one tap does. */
export function whichPairCard({ pairs, day, way }: HeardMet, words: Words, reader: Reader): Drawn {
  const title = words(pairs.length > 1 ? 'bot:met.which' : 'bot:met.ask');
  return draw(reader, title, {
    body: [heading(title), ...plain(dayOf(day, reader))],
    actions: [
      ...pairs.slice(0, MOST_PAIRS).map(({ pair, partners }) =>
        press(words('bot:met.with', { names: listNames(partners, reader) }), 'meeting.tell', {
          ...{ pair, day, way },
        }),
      ),
      press(words('bot:met.no'), 'meeting.notTold', {}),
    ],
  });
}

/** One action is the way out. */
const MOST_PAIRS = 5;
const DAY_MS = 86_400_000;
const DAYS = ['today', 'yesterday', 'twoAgo'] as const;

/** *We met*, pressed: when and how, then it is noted. */
export function weMetCard(pair: string, nowMs: number, words: Words, reader: Reader): Drawn {
  const choice = (title: string, value: string) => new Choice({ title, value });
  const dayBack = (days: number): Day => dayIn(nowMs - days * DAY_MS, reader.timeZone);
  const days = DAYS.map((name, n) => choice(words(`bot:met.${name}`), dayBack(n)));
  const ways = MEETING_WAYS.map((way) => choice(words(`bot:met.way_${way}`), way));
  const title = words('bot:met.choose');
  return draw(reader, title, {
    body: [
      heading(title),
      new ChoiceSetInput(...days).withOptions({
        ...{ id: 'day', label: words('bot:met.day'), style: 'expanded', value: dayBack(0) },
      }),
      new ChoiceSetInput(...ways, choice(words('bot:met.way_some'), 'some')).withOptions({
        ...{ id: 'way', label: words('bot:met.way'), style: 'expanded', value: 'some' },
      }),
    ],
    actions: [
      press(words('bot:met.note'), 'meeting.tell', { pair }, { style: 'positive', withInputs: true }),
    ],
  });
}

export const notToldCard = (words: Words, reader: Reader): Drawn =>
  doneCard(words('bot:met.title'), words('bot:met.notNoted'), reader);
