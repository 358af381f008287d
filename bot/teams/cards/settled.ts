import type { SettledFacts } from '#usecases/home/settled.ts';
import type { Words } from '#words/words.ts';
import { answeredInvitation, doneCard } from './done.ts';
import { type Drawn, listNames, openTab, press, type Reader } from './parts.ts';

const ANSWER = { joined: 'join', passed: 'pass', later: 'later' } as const;

/** What a card shows once it was settled elsewhere. */
export function settledCardFor(facts: SettledFacts, words: Words, reader: Reader): Drawn {
  return facts.kind === 'invitation' ? invitation(facts, words, reader) : introduction(facts, words, reader);
}

function invitation(
  { cohort, cohortName, state }: Extract<SettledFacts, { kind: 'invitation' }>,
  words: Words,
  reader: Reader,
): Drawn {
  if (state !== 'left')
    return answeredInvitation(words, reader, { cohort, cohortName, answer: ANSWER[state] });
  const again = press(words('bot:invitation.join'), 'enrolment.answer', { cohort, answer: 'join' });
  const text = words('bot:stands.left', { cohort: cohortName });
  return doneCard(words('bot:invitation.title'), text, reader, { actions: [again], about: cohortName });
}

function introduction(
  { pair, cohortName, partners: names, stands }: Extract<SettledFacts, { kind: 'introduction' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const partners = listNames(names, reader);
  const isOpen = stands === 'yes' || stands === 'meetFirst';
  const text = words(isOpen ? `bot:stands.${stands}` : `bot:introduction.${stands}`, { partners });
  const actions = isOpen ? [openTab(words('bot:settled.open'), reader, `pair/${pair}`)] : [];
  const about = words('bot:introduction.with', { partners, cohort: cohortName });
  return doneCard(words('bot:introduction.title'), text, reader, { actions, about });
}
