import {
  calendarDay,
  type Drawn,
  draw,
  heading,
  listNames,
  openTab,
  pairNews,
  plain,
  programme,
  type Reader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import type { Words } from '#words/words.ts';

/** Who takes a break and until when; no reason, no question, nothing to do. */
export function pausedCard(
  facts: Extract<PairFacts, { kind: 'paused' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { by: facts.by, day: calendarDay(facts.until, reader), count: facts.partners.length };
  return pairNews({ ...facts, key: 'parting:paused', values }, words, reader);
}

/** The break is over, in one line. */
export function resumedCard(
  facts: Extract<PairFacts, { kind: 'resumed' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { partners: listNames(facts.partners, reader) };
  return draw(reader, words('parting:resumed.summary', values), {
    body: [
      heading(words('parting:resumed.title')),
      ...programme(facts.cohortName),
      ...plain(words('parting:resumed.lead', values)),
    ],
    actions: [openTab(words('parting:resumed.open'), reader, `pair/${facts.pair}`)],
  });
}
