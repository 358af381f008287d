import type { CohortId, PersonId } from '#domain/basics/ids.ts';

export type CohortNotice =
  | { kind: 'invitation'; cohort: CohortId; again?: true }
  /** To a champion who joined two: they are two accounts. */
  | { kind: 'separated'; cohort: CohortId; from: PersonId }
  /** To somebody who is asked to be whom members can turn to. */
  | { kind: 'contact'; cohort: CohortId }
  /** To somebody whom `by` made a champion. */
  | { kind: 'champion'; cohort: CohortId; by: PersonId };

/** The first invitation's job; a deliberate repeat counts up, so that each is sent at most once. */
export const invitationJob = (cohort: CohortId, time: number): string =>
  time === 1 ? `invitation_${cohort}` : `invitation_${cohort}_${time}`;

/** The job of an invitation that comes back, after the person asked for later for the `time`th time. */
export const laterJob = (cohort: CohortId, time: number): string => `invitation_${cohort}_later_${time}`;

/** The job that tells somebody that they run a cohort now, since this moment in ms. */
export const championJob = (cohort: CohortId, sinceMs: number): string => `champion_${cohort}_${sinceMs}`;

/** The job that asks somebody to be a contact, for the `time`th time. */
export const contactJob = (cohort: CohortId, time: number): string => `contact_${cohort}_${time}`;
