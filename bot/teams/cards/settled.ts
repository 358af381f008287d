import type { SettledFacts } from '#usecases/home/settled.ts';
import { several, severalIn } from '#words/several.ts';
import type { Words } from '#words/words.ts';
import { newsCorrectedCard, newsTakenBackCard } from './announcements/announcement.ts';
import { contactStandsCard } from './cohorts/contact.ts';
import { answeredInvitation, doneCard } from './done.ts';
import { feedbackSettledCard } from './meetings/settled.ts';
import { newMatchCard } from './pairs/pairEnded.ts';
import { type Drawn, listNames, openTab, press, type Reader } from './parts.ts';
import { searchCard } from './searches/search.ts';
import { inNameStandsCard } from './sponsors/inName.ts';

const ANSWER = { joined: 'join', passed: 'pass', later: 'later' } as const;

type Settled<Kind extends SettledFacts['kind']> = Extract<SettledFacts, { kind: Kind }>;
type Draw<Kind extends SettledFacts['kind']> = (facts: Settled<Kind>, words: Words, reader: Reader) => Drawn;

const CARDS: { [Kind in SettledFacts['kind']]: Draw<Kind> } = {
  invitation,
  contact: contactStandsCard,
  inName: inNameStandsCard,
  introduction,
  leftOut,
  search,
  agreement,
  newMatch: newMatchCard,
  newsCorrected: newsCorrectedCard,
  newsTakenBack: newsTakenBackCard,
  feedback: feedbackSettledCard,
};

/** What a card shows once it was settled elsewhere. */
export function settledCardFor(facts: SettledFacts, words: Words, reader: Reader): Drawn {
  return (CARDS[facts.kind] as Draw<typeof facts.kind>)(facts as never, words, reader);
}

function invitation(
  { cohort, cohortName, state }: Settled<'invitation'>,
  words: Words,
  reader: Reader,
): Drawn {
  if (state === 'moved') {
    const text = words('bot:stands.moved');
    return doneCard(words('bot:invitation.title'), text, reader, { about: cohortName });
  }
  if (state !== 'left' && state !== 'again')
    return answeredInvitation(words, reader, { cohort, cohortName, answer: ANSWER[state] });
  const join = press(words('bot:invitation.join'), 'enrolment.answer', { cohort, answer: 'join' });
  const text = words(`bot:stands.${state}`, { cohort: cohortName });
  return doneCard(words('bot:invitation.title'), text, reader, { actions: [join], about: cohortName });
}

function introduction(facts: Settled<'introduction'>, words: Words, reader: Reader): Drawn {
  const { pair, cohortName, partners: names, stands } = facts;
  const partners = listNames(names, reader);
  const isOpen = stands === 'yes' || stands === 'meetFirst';
  const text = words(isOpen ? `bot:stands.${stands}` : `bot:introduction.${stands}`, {
    partners,
    ...(stands === 'paired' ? severalIn(facts) : several(names.length)),
  });
  const actions = isOpen ? [openTab(words('bot:settled.open'), reader, `pair/${pair}`)] : [];
  const about = words('bot:introduction.with', { partners, cohort: cohortName });
  return doneCard(words('bot:introduction.title', { ...several(names.length) }), text, reader, {
    actions,
    about,
  });
}

function leftOut({ cohortName, state }: Settled<'leftOut'>, words: Words, reader: Reader): Drawn {
  const text = words(state === 'left' ? 'bot:stands.left' : 'bot:stands.leftOut', { cohort: cohortName });
  return doneCard(words('bot:leftOut.settled'), text, reader, { about: cohortName });
}

function search(facts: Settled<'search'>, words: Words, reader: Reader): Drawn {
  if (facts.stands === 'now') return searchCard(facts.seen, words, reader);
  const { cohort, cohortName, stands } = facts;
  const actions = [openTab(words('search:open'), reader, `search/${cohort}`)];
  const text = words(`bot:stands.search_${stands}`);
  return doneCard(words('search:title'), text, reader, { actions, about: cohortName });
}

function agreement(facts: Settled<'agreement'>, words: Words, reader: Reader): Drawn {
  const partners = listNames(facts.partners, reader);
  const text = words(`bot:stands.agreement_${facts.state}`, { version: facts.version, partners });
  return doneCard(words('bot:agreementToSign.settled'), text, reader, {
    actions: [openTab(words('bot:settled.open'), reader, `pair/${facts.pair}`)],
    about: facts.cohortName,
  });
}
