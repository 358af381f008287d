import { type Cards, type Drawn, draw, heading, openTab, plain, type Reader } from '#teams/cards/parts.ts';
import type { SponsorFacts } from '#usecases/sponsors/notices.ts';
import type { Words } from '#words/words.ts';
import { inNameAnsweredCard, inNameCard } from './inName.ts';

/** To somebody who backs a cohort now: what that means, and where they see how it goes. */
function sponsorCard(
  { cohort, cohortName, from }: Extract<SponsorFacts, { kind: 'sponsor' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { from, cohort: cohortName };
  return draw(reader, words('bot:sponsor.summary', values), {
    body: [
      heading(words('bot:sponsor.title')),
      ...plain(words('bot:sponsor.lead', values)),
      ...plain(words('bot:sponsor.next')),
    ],
    actions: [openTab(words('bot:sponsor.open'), reader, `sponsor/${cohort}`)],
  });
}

export const sponsorCards: Cards<SponsorFacts> = {
  sponsor: sponsorCard,
  inName: inNameCard,
  inNameAnswered: inNameAnsweredCard,
};
