import type { Cards } from '#teams/cards/parts.ts';
import type { CohortFacts } from '#usecases/cohorts/notices.ts';
import { championCard } from './champion.ts';
import { contactCard } from './contact.ts';
import { invitationCard } from './invitation.ts';
import { separatedCard } from './separated.ts';

export const cohortCards: Cards<CohortFacts> = {
  invitation: invitationCard,
  separated: separatedCard,
  contact: contactCard,
  champion: championCard,
};
