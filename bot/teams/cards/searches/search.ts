import { ToggleInput } from '@microsoft/teams.cards';
import { sureCard } from '#teams/cards/done.ts';
import {
  bullets,
  type CardAction,
  type CardElement,
  type Drawn,
  draw,
  heading,
  moment,
  openTab,
  plain,
  press,
  programme,
  type Reader,
  whoSees,
} from '#teams/cards/parts.ts';
import { sayReasons } from '#usecases/pairs/reasons.ts';
import type { SearchSeen } from '#usecases/searches/searches.ts';
import type { Words } from '#words/words.ts';

/** An executive's search as it stands: three to choose from, who is asked, or why there is nobody. */
export function searchCard(seen: SearchSeen, words: Words, reader: Reader): Drawn {
  if (seen.state === 'choosing') return choiceCard(seen, words, reader);
  if (seen.state === 'asking') return askingCard(seen, words, reader);
  const text = words(seen.why || 'search:over.nobodyLeft', { cohort: seen.cohortName });
  const again = press(words('search:again'), 'search.start', { cohort: seen.cohort });
  const place = seen.why === 'search:noProfile' || seen.why === 'search:noRoom' ? 'profile' : '';
  return draw(reader, text, {
    body: [heading(words('search:title')), ...programme(seen.cohortName), ...plain(text)],
    actions: [...(seen.state === 'over' ? [again] : []), openTab(words('search:open'), reader, place)],
  });
}

function choiceCard(
  { cohort, cohortName, mentors, search }: SearchSeen,
  words: Words,
  reader: Reader,
): Drawn {
  const isOne = mentors.length === 1;
  const ask = ({ person, name }: SearchSeen['mentors'][number]): CardAction =>
    press(
      words(isOne ? 'search:askOne' : 'search:ask', { name }),
      'search.choose',
      isOne ? { cohort, search, first: person, others: false } : { cohort, search, first: person },
      { withInputs: !isOne },
    );
  const others = new ToggleInput(words('search:others'), { id: 'others', value: 'true', wrap: true });
  return draw(reader, words('search:summary'), {
    body: [
      heading(words('search:title')),
      ...programme(cohortName),
      ...plain(words('search:lead', { count: mentors.length })),
      ...mentors.flatMap((mentor) => mentorLines(mentor, words)),
      ...(isOne ? [] : [others]),
      whoSees(words('search:who')),
    ],
    actions: [
      ...mentors.map(ask),
      press(words('search:putAsideButton'), 'search.notNow', { cohort, search }),
    ],
  });
}

const mentorLines = ({ name, reasons }: SearchSeen['mentors'][number], words: Words): CardElement[] => [
  ...plain(name, { size: 'Large', weight: 'Bolder' }),
  ...bullets(sayReasons(words, reasons, { chooses: name })),
];

function askingCard(seen: SearchSeen, words: Words, reader: Reader): Drawn {
  const name = seen.mentors.find(({ state }) => state === 'asked')?.name;
  const text =
    name && seen.hearBy
      ? words('search:asking', { name, when: moment(seen.hearBy, reader) })
      : words('search:begun');
  const hasOthers = seen.mentors.some(({ state }) => state === 'open');
  const { cohort, search } = seen;
  return draw(reader, text, {
    body: [
      heading(words('search:title')),
      ...programme(seen.cohortName),
      ...plain(text),
      ...plain(words(hasOthers ? 'search:turn' : 'search:turnNone')),
    ],
    actions: [
      press(words('search:stop'), 'search.stop', { cohort, search }),
      openTab(words('search:open'), reader, `search/${cohort}`),
    ],
  });
}

/** Stopping cannot be taken back: it is asked once more. */
export function stopCard(seen: SearchSeen, words: Words, reader: Reader): Drawn {
  const { cohort, search } = seen;
  const name = seen.mentors.find(({ state }) => state === 'asked')?.name;
  return sureCard(
    {
      title: words('bot:sure.searchTitle'),
      text: name ? words('bot:sure.search', { name }) : words('bot:sure.searchNone'),
      yes: press(words('bot:sure.searchYes'), 'search.stop', { cohort, search, sure: true }),
      no: press(words('bot:sure.no'), 'search.show', { cohort }),
    },
    reader,
  );
}

/** Somebody takes part in more than one cohort. */
export function whichSearchCard(
  searches: readonly Pick<SearchSeen, 'cohort' | 'cohortName'>[],
  words: Words,
  reader: Reader,
): Drawn {
  const text = words('search:which');
  return draw(reader, text, {
    body: [
      heading(words('search:title')),
      ...plain(text),
      ...bullets(searches.map(({ cohortName }) => cohortName)),
    ],
    actions: searches.map(({ cohort, cohortName }) => press(cohortName, 'search.start', { cohort })),
  });
}
