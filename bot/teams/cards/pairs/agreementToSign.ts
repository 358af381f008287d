import { type Drawn, listNames, pairNews, type Reader } from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { several } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** A version of the agreement waits for this reader; it is read and signed in the tab. */
export const agreementToSignCard = (
  facts: Extract<PairFacts, { kind: 'agreementToSign' }>,
  words: Words,
  reader: Reader,
): Drawn => {
  const values = {
    version: facts.version,
    partners: listNames(facts.partners, reader),
    ...several(facts.partners.length),
  };
  return pairNews({ ...facts, key: 'bot:agreementToSign', values }, words, reader);
};
