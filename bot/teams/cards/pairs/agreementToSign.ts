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

/** A version of the agreement waits for this reader; it is read and signed in the tab. */
export function agreementToSignCard(
  facts: Extract<PairFacts, { kind: 'agreementToSign' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { version: facts.version, partners: listNames(facts.partners, reader) };
  return draw(reader, words('bot:agreementToSign.summary', values), {
    body: [
      heading(words('bot:agreementToSign.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:agreementToSign.lead', values)),
      ...plain(words('bot:agreementToSign.next')),
    ],
    actions: [openTab(words('bot:agreementToSign.open'), reader, `pair/${facts.pair}`)],
  });
}
