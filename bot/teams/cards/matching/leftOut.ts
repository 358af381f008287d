import { type Drawn, draw, heading, openTab, plain, press, type Reader } from '#teams/cards/parts.ts';
import type { RoundFacts } from '#usecases/matching/notices.ts';
import type { Words } from '#words/words.ts';

/** Nobody this time: why, what comes next, and what the reader can do. */
export function leftOutCard(facts: RoundFacts, words: Words, reader: Reader): Drawn {
  const cohort = facts.cohortName;
  const search =
    facts.role === 'executive'
      ? [press(words('bot:leftOut.search'), 'search.start', { cohort: facts.cohort }, { style: 'positive' })]
      : [];
  return draw(reader, words('bot:leftOut.summary', { cohort }), {
    body: [
      heading(words('bot:leftOut.title')),
      ...plain(words('bot:leftOut.lead', { cohort })),
      ...plain(words(`bot:leftOut.reason.${facts.reason}.${facts.role}`)),
      ...plain(words(`bot:leftOut.next_${facts.role}`)),
    ],
    actions: [...search, openTab(words('bot:leftOut.profile'), reader, 'profile')],
  });
}
