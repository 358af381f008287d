import { type Drawn, draw, heading, listNames, plain, type Reader } from '#teams/cards/parts.ts';
import type { PairFacts } from '#usecases/pairs/notices.ts';
import { severalIn } from '#words/several.ts';
import type { Words } from '#words/words.ts';

/** The same words whatever the cause: a no, a silence and a withdrawal cannot be told apart. */
export function introductionEndedCard(
  facts: Extract<PairFacts, { kind: 'introductionEnded' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = {
    cohort: facts.cohortName,
    partners: listNames(facts.partners, reader),
    ...severalIn(facts),
  };
  return draw(reader, words('bot:introductionEnded.summary', values), {
    body: [
      heading(words('bot:introductionEnded.title')),
      ...plain(words('bot:introductionEnded.lead', values)),
      ...plain(words('bot:introductionEnded.next')),
    ],
  });
}
