import {
  type AnnouncementId,
  asId,
  type CohortId,
  type ConcernId,
  type ExchangeId,
  type GoalId,
  type JottingId,
  type LearningId,
  type OccurrenceId,
  type PairId,
  type PersonId,
} from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import { CONTACT_SEATS, type ContactSeat } from '#domain/cohorts/contactPerson.ts';
import type { Two } from '#domain/matching/types.ts';
import type { Actor } from '#usecases/story/actor.ts';

/** What the names in a path stand for. They have been checked to be there. */
type Params = Record<string, string>;

export const cohortOf = ({ cohort = '' }: Params): CohortId => asId<CohortId>(cohort);
export const memberOf = ({ member = '' }: Params): PersonId => asId<PersonId>(member);
export const announcementOf = ({ announcement = '' }: Params): AnnouncementId =>
  asId<AnnouncementId>(announcement);
export const pairOf = ({ pair = '' }: Params): PairId => asId<PairId>(pair);
export const concernOf = ({ concern = '' }: Params): ConcernId => asId<ConcernId>(concern);
export const goalOf = ({ goal = '' }: Params): GoalId => asId<GoalId>(goal);
export const jottingOf = ({ jotting = '' }: Params): JottingId => asId<JottingId>(jotting);
export const occurrenceOf = ({ occurrence = '' }: Params): OccurrenceId => asId<OccurrenceId>(occurrence);
export const exchangeOf = ({ exchange = '' }: Params): ExchangeId => asId<ExchangeId>(exchange);
export const learningOf = ({ learning = '' }: Params): LearningId => asId<LearningId>(learning);
export const suggestionOf = ({ suggestion = '' }: Params): string => suggestion;
export const importOf = (params: Params): string => params.import ?? '';
export const versionOf = ({ version = '' }: Params): number => wholeNumber(version);

export const twoOf = ({ executive = '', mentor = '' }: Params): Two => ({
  executive: asId<PersonId>(executive),
  mentor: asId<PersonId>(mentor),
});

/** Which of the two is named as a contact. */
export function seatOf({ seat = '' }: Params): ContactSeat {
  const known = CONTACT_SEATS.find((one) => one === seat);
  if (!known) throw new Refusal('missing', 'cohort:contact.noSeat');
  return known;
}

/** The number of a round; what cannot be one is missing. */
export function roundOf({ round = '' }: Params): number {
  if (!/^\d{1,4}$/.test(round)) throw new Refusal('missing', 'cohort:round.missing');
  return Number(round);
}

/** Which cohort is meant and who asks. */
export const cohortAt = ({
  params,
  actor,
}: {
  params: Params;
  actor: Pick<Actor, 'person'>;
}): { cohort: CohortId; person: PersonId } => ({ cohort: cohortOf(params), person: actor.person });
