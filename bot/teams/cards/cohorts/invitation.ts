import {
  type Drawn,
  draw,
  heading,
  openTab,
  plain,
  press,
  type Reader,
  subheading,
} from '#teams/cards/parts.ts';
import type { CohortFacts } from '#usecases/cohorts/notices.ts';
import type { Words } from '#words/words.ts';

/** What it is, what it is not, the hours it takes, who sees what; the person joins, passes or asks for time. */
export function invitationCard(
  facts: Extract<CohortFacts, { kind: 'invitation' }>,
  words: Words,
  reader: Reader,
): Drawn {
  const names = { from: facts.from, cohort: facts.cohortName };
  const answer = (answer: 'join' | 'pass' | 'later', style?: 'positive') =>
    press(words(`bot:invitation.${answer}`), 'enrolment.answer', { cohort: facts.cohort, answer }, { style });
  const again = facts.again ? plain(words('bot:invitationAgain.lead')) : [];
  const { insteadOf, meetIn } = facts;
  const many = meetIn ? plain(words(`bot:invitation.${meetIn === 'team' ? 'inTeam' : 'inCircle'}`)) : [];
  const instead = insteadOf ? plain(words('bot:invitation.instead', { cohort: insteadOf })) : [];
  return draw(reader, words(`bot:invitation${facts.again ? 'Again' : ''}.summary`, names), {
    body: [
      heading(words('bot:invitation.title')),
      ...again,
      ...plain(words(`bot:invitation.lead_${facts.role}`, names)),
      ...many,
      ...instead,
      subheading(words('bot:invitation.isTitle')),
      ...plain(words(`bot:invitation.is_${facts.role}`)),
      subheading(words('bot:invitation.isNotTitle')),
      ...plain(words('bot:invitation.isNot')),
      subheading(words('bot:invitation.timeTitle')),
      ...plain(words('bot:invitation.time', { count: facts.hoursPerMonth })),
      subheading(words('bot:invitation.whoTitle')),
      ...plain(words('bot:invitation.who')),
    ],
    actions: [
      ...[answer('join', 'positive'), answer('pass'), answer('later')],
      openTab(words('bot:invitation.open'), reader, `invitation/${facts.cohort}`),
    ],
  });
}
