import { doneCard } from '#teams/cards/done.ts';
import {
  bullets,
  type Cards,
  type Drawn,
  draw,
  heading,
  moment,
  named,
  openMeeting,
  openTab,
  plain,
  press,
  programme,
  type Reader,
  subheading,
} from '#teams/cards/parts.ts';
import type { GatheringForMentor } from '#usecases/gatherings/gatherings.ts';
import type { GatheringFacts } from '#usecases/gatherings/notices.ts';
import type { Words } from '#words/words.ts';

/** Mentors among themselves: when and where, what to talk about, and whether they come. */
function gatheringCard(
  facts: Extract<GatheringFacts, { kind: 'gathering' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const { cohort, cohortName, from, gathering, startsAt, minutes, place, line, questions } = facts;
  const answer = (isComing: boolean) =>
    press(
      words(isComing ? 'gathering:coming' : 'gathering:notThisTime'),
      'gathering.answer',
      { cohort, gathering, isComing },
      isComing ? { style: 'positive' } : {},
    );
  const values = { from, cohort: cohortName, when: moment(startsAt, reader) };
  return draw(reader, words('gathering:summary', values), {
    body: [
      heading(words('gathering:title')),
      ...programme(cohortName),
      ...plain(words('gathering:lead', values)),
      named(words('gathering:when'), words('gathering:time', { when: values.when, minutes })),
      named(words('gathering:where'), place),
      ...plain(line),
      subheading(words('gathering:questionsTitle')),
      ...bullets(questions.map((one) => words(`gathering:question.${one}`))),
      ...plain(words('gathering:who'), { size: 'Small', isSubtle: true }),
    ],
    actions: [answer(true), answer(false), openTab(words('gathering:open'), reader, `invitation/${cohort}`)],
  });
}

/** How it stands for one mentor: it goes in the diary, and the answer can be changed. */
export function gatheringStandsCard(
  seen: GatheringForMentor,
  cohort: string,
  words: Words,
  reader: Reader,
): Drawn {
  const { state, isComing, gathering, cohortName, startsAt, endsAt } = seen;
  const when = moment(startsAt, reader);
  const stands = state === 'ahead' ? (isComing ? 'comes' : 'doesNot') : state;
  const change = press(words(isComing ? 'gathering:afterAllNot' : 'gathering:afterAll'), 'gathering.answer', {
    cohort,
    gathering,
    isComing: !isComing,
  });
  const subject = words('gathering:subject', { cohort: cohortName });
  const diary = openMeeting(words('gathering:diary'), { subject, mails: [], startsAt, endsAt });
  return doneCard(words('gathering:title'), words(`gathering:stands.${stands}`, { when }), reader, {
    actions: state === 'ahead' ? [...(isComing ? [diary] : []), change] : [],
    about: cohortName,
  });
}

/** It was called off. */
function gatheringOffCard(
  { cohortName, startsAt }: Extract<GatheringFacts, { kind: 'gatheringOff' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const values = { cohort: cohortName, when: moment(startsAt, reader) };
  return draw(reader, words('gathering:offSummary', values), {
    body: [
      heading(words('gathering:offTitle')),
      ...programme(cohortName),
      ...plain(words('gathering:offLead', values)),
    ],
  });
}

export const gatheringCards: Cards<GatheringFacts> = {
  gathering: gatheringCard,
  gatheringOff: gatheringOffCard,
};
