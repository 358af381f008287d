import { OUTCOMES } from '#domain/meetings/meetings.ts';
import { doneCard } from '#teams/cards/done.ts';
import {
  type Drawn,
  draw,
  heading,
  listNames,
  moment,
  openTab,
  plain,
  press,
  programme,
  type Reader,
  withReader,
} from '#teams/cards/parts.ts';
import type { MeetingAbout, MeetingFacts } from '#usecases/meetings/notices.ts';
import type { Words } from '#words/words.ts';
import { facesCard } from './feedback.ts';

const titleFor = ({ partners }: MeetingAbout, words: Words): string =>
  words('bot:didYouMeet.title', { count: partners.length });

/** Teams told nothing of a meeting whose time has passed: whether they met. Faces, where another said they did. */
export function didYouMeetCard(
  facts: Extract<MeetingFacts, { kind: 'didYouMeet' }>,
  words: Words,
  reader: Reader,
): Drawn {
  if (facts.isMet) return facesCard(facts, words, reader);
  const partners = listNames(facts.partners, reader);
  const { pair, occurrence, startedAt } = facts;
  const lead = words('bot:didYouMeet.lead', { partners, when: moment(startedAt, reader) });
  return draw(reader, words('bot:didYouMeet.summary', withReader(facts.partners, reader)), {
    body: [heading(titleFor(facts, words)), ...programme(facts.cohortName), ...plain(lead)],
    actions: OUTCOMES.map((outcome) =>
      press(words(`bot:didYouMeet.${outcome}`), 'meeting.outcome', { pair, occurrence, outcome }),
    ),
  });
}

/** They did not meet: a new time. `byOther`: another said so, and this reader may know better. */
export function missedCard(facts: MeetingAbout, words: Words, reader: Reader, byOther = false): Drawn {
  const { pair, occurrence } = facts;
  const text = words(byOther ? 'bot:didYouMeet.missedByOther' : 'bot:didYouMeet.missed');
  const met = press(words('bot:didYouMeet.met'), 'meeting.outcome', { pair, occurrence, outcome: 'met' });
  const about = words('bot:introduction.with', {
    partners: listNames(facts.partners, reader),
    cohort: facts.cohortName,
  });
  return doneCard(titleFor(facts, words), text, reader, {
    actions: [openTab(words('bot:didYouMeet.rebook'), reader, `pair/${pair}`), ...(byOther ? [met] : [])],
    about,
  });
}
