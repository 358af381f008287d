import {
  type Drawn,
  draw,
  heading,
  listNames,
  openTab,
  plain,
  programme,
  type Reader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import type { Words } from '#words/words.ts';

/** Everybody said yes: the first step, and the way to it. */
export function pairedCard(
  facts: Extract<PairFacts, { kind: 'paired' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(facts.partners, reader);
  return draw(reader, words('bot:paired.summary', { partners }), {
    body: [
      heading(words('bot:paired.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:paired.lead', { partners })),
      ...plain(words(`bot:paired.next_${facts.role}`)),
    ],
    actions: [openTab(words('bot:paired.open'), reader, `pair/${facts.pair}`)],
  });
}
