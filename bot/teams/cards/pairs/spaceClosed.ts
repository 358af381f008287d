import { type Drawn, listNames, pairNews, type Reader } from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import type { Words } from '#words/words.ts';

/** The shared space is closed, in the same words whoever withdrew. */
export const spaceClosedCard = (
  facts: Extract<PairFacts, { kind: 'spaceClosed' }>,
  words: Words,
  reader: Reader,
): Drawn => {
  const values = { partners: listNames(facts.partners, reader) };
  return pairNews({ ...facts, key: 'bot:spaceClosed', values }, words, reader);
};
