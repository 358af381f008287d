import { type Drawn, draw, heading, openTab, plain, type Reader } from '#teams/cards/parts.ts';
import type { CohortFacts } from '#usecases/cohorts/notices.ts';
import type { Words } from '#words/words.ts';

/** To somebody who runs a cohort now: with whom, and where. */
export function championCard(
  { from, cohortName: cohort }: Extract<CohortFacts, { kind: 'champion' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { from, cohort };
  return draw(reader, words('bot:champion.summary', values), {
    body: [heading(words('bot:champion.title')), ...plain(words('bot:champion.lead', values))],
    actions: [openTab(words('bot:champion.open'), reader, 'console')],
  });
}
