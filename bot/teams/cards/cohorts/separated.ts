import { type Drawn, draw, heading, plain, type Reader } from '#teams/cards/parts.ts';
import type { CohortFacts } from '#usecases/cohorts/notices.ts';
import type { Words } from '#words/words.ts';

/** Two whom a champion had joined are two accounts: what it means for both. */
export function separatedCard(
  { name, other, cohortName: cohort }: Extract<CohortFacts, { kind: 'separated' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { name, other, cohort };
  return draw(reader, words('bot:separated.summary', values), {
    body: [
      heading(words('bot:separated.title')),
      ...plain(words('bot:separated.lead', values)),
      ...plain(words('bot:separated.next')),
    ],
  });
}
