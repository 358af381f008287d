import {
  calendarDay,
  type Drawn,
  draw,
  heading,
  openTab,
  pairNews,
  plain,
  press,
  programme,
  type Reader,
  withReader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import type { Words } from '#words/words.ts';

/** Who takes a break and until when; no reason, and nothing to do. Whoever waits for long may let it go. */
export function pausedCard(
  facts: Extract<PairFacts, { kind: 'paused' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { by: facts.by, day: calendarDay(facts.until, reader), count: facts.partners.length };
  if (!facts.isLong) return pairNews({ ...facts, key: 'parting:paused', values }, words, reader);
  return draw(reader, words('parting:paused.summary', values), {
    body: [
      heading(words('parting:paused.title')),
      ...programme(facts.cohortName),
      ...plain(words('parting:paused.lead', values)),
      ...plain(words('parting:paused.long', values)),
    ],
    actions: [
      openTab(words('parting:paused.open'), reader, `pair/${facts.pair}`),
      press(words('parting:line.end'), 'pair.end', { pair: facts.pair }),
    ],
  });
}

/** They have come into one reporting line: what that means, and a kind way to end it. */
export function oneLineCard(
  { pair, cohortName, partners: all }: Extract<PairFacts, { kind: 'oneLine' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { ...withReader(all, reader), count: all.length };
  return draw(reader, words('parting:line.summary', values), {
    body: [
      heading(words('parting:line.title')),
      ...programme(cohortName),
      ...plain(words('parting:line.lead', values)),
      ...plain(words('parting:line.next', values)),
    ],
    actions: [
      press(words('parting:line.end'), 'pair.end', { pair }),
      openTab(words('parting:paused.open'), reader, `pair/${pair}`),
    ],
  });
}

/** The break is over, in one line. */
export function resumedCard(
  facts: Extract<PairFacts, { kind: 'resumed' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = withReader(facts.partners, reader);
  return draw(reader, words('parting:resumed.summary', values), {
    body: [
      heading(words('parting:resumed.title')),
      ...programme(facts.cohortName),
      ...plain(words('parting:resumed.lead', values)),
    ],
    actions: [openTab(words('parting:resumed.open'), reader, `pair/${facts.pair}`)],
  });
}
