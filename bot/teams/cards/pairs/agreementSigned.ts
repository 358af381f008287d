import {
  type Drawn,
  draw,
  heading,
  listNames,
  openTab,
  plain,
  press,
  programme,
  type Reader,
} from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { several } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** Everybody signed the same version: the shared space is open. */
export function agreementSignedCard(
  facts: Extract<PairFacts, { kind: 'agreementSigned' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(facts.partners, reader);
  return draw(reader, words('bot:agreementSigned.summary', { partners }), {
    body: [
      heading(words('bot:agreementSigned.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:agreementSigned.lead', { partners, ...several(facts.partners.length) })),
      ...plain(words(`bot:agreementSigned.next_${facts.role}`)),
    ],
    actions: [
      openTab(words('bot:agreementSigned.open'), reader, `pair/${facts.pair}`),
      press(words('bot:met.button'), 'meeting.choose', { pair: facts.pair }),
      press(words('bot:agreementSigned.withdraw'), 'pair.withdraw', { pair: facts.pair }, { isQuiet: true }),
    ],
  });
}
