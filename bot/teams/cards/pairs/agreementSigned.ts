import {
  type Drawn,
  draw,
  heading,
  openTab,
  plain,
  press,
  programme,
  type Reader,
  withReader,
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
  const names = withReader(facts.partners, reader);
  return draw(reader, words('bot:agreementSigned.summary', names), {
    body: [
      heading(words('bot:agreementSigned.title')),
      ...programme(facts.cohortName),
      ...plain(words('bot:agreementSigned.lead', { ...names, ...several(facts.partners.length) })),
      ...plain(words(`bot:agreementSigned.next_${facts.role}`)),
    ],
    actions: [
      openTab(words('bot:agreementSigned.open'), reader, `pair/${facts.pair}`),
      press(words('bot:met.button'), 'meeting.choose', { pair: facts.pair }),
      press(words('bot:agreementSigned.withdraw'), 'pair.withdraw', { pair: facts.pair }, { isQuiet: true }),
    ],
  });
}
