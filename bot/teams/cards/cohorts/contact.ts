import { doneCard } from '#teams/cards/done.ts';
import { type Drawn, draw, heading, plain, press, type Reader, subheading } from '#teams/cards/parts.ts';
import type { ContactStands } from '#usecases/cohorts/contactCards.ts';
import type { CohortFacts } from '#usecases/cohorts/notices.ts';
import type { Words } from '#words/words.ts';

type Asking = Extract<CohortFacts, { kind: 'contact' }>;

const answer = (
  words: Words,
  { cohort, seat }: Pick<Asking, 'cohort' | 'seat'>,
  answer: 'accept' | 'decline' | 'giveBack',
  style?: 'positive',
) => press(words(`bot:contact.${answer}`), 'contact.answer', { cohort, seat, answer }, { style });

/** Asks somebody to be whom members can turn to: what it is, what it asks of them, and that no is fine. */
export function contactCard(facts: Asking, words: Words, reader: Reader): Drawn {
  const names = { from: facts.from, cohort: facts.cohortName };
  return draw(reader, words('bot:contact.summary', names), {
    body: [
      heading(words('bot:contact.title')),
      ...plain(words(`bot:contact.lead_${facts.seat}`, names)),
      subheading(words('bot:contact.whatTitle')),
      ...plain(words('bot:contact.what')),
      subheading(words('bot:contact.whoTitle')),
      ...plain(words('bot:contact.who')),
    ],
    actions: [answer(words, facts, 'accept', 'positive'), answer(words, facts, 'decline')],
  });
}

/** What became of it; whoever accepted can give it back, whoever said no may accept after all. */
export function contactStandsCard(facts: ContactStands, words: Words, reader: Reader): Drawn {
  const { state, seat, cohortName } = facts;
  const next = { accepted: 'giveBack', declined: 'accept', released: undefined } as const;
  const way = next[state];
  const key = state === 'accepted' ? `bot:contact.accepted_${seat}` : `bot:contact.${state}`;
  return doneCard(words('bot:contact.title'), words(key, { cohort: cohortName }), reader, {
    actions: way ? [answer(words, facts, way)] : [],
    about: cohortName,
  });
}
