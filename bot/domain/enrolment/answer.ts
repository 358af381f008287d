import type { Instant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { CohortState } from '#domain/cohorts/cohort.ts';
import type { Enrolment } from '#domain/cohorts/member.ts';

export const ENROLMENT_CHOICES = ['join', 'pass', 'later'] as const;
export type EnrolmentChoice = (typeof ENROLMENT_CHOICES)[number];

const STATES = { join: 'joined', pass: 'passed', later: 'later' } as const;

/**
 * What an invitation becomes by an answer. The same answer again changes nothing; everybody may change their mind
 * while the cohort is not closed. Passing after a yes is leaving, but never from an invitation: one that was taken
 * up is settled, and `later` is no way out.
 */
export function answered(
  enrolment: Enrolment,
  choice: EnrolmentChoice,
  at: { now: Instant; cohort: CohortState; isInvitation?: boolean },
): Enrolment {
  const wasIn = enrolment.state === 'joined' || enrolment.state === 'left';
  if (wasIn && (choice === 'later' || (choice === 'pass' && at.isInvitation))) return enrolment;
  const state = choice === 'pass' && wasIn ? 'left' : STATES[choice];
  if (state === enrolment.state) return enrolment;
  if ((choice === 'join' || at.isInvitation) && at.cohort === 'closed')
    throw new Refusal('gone', 'enrolment:cohortClosed');
  return { ...enrolment, state, answeredAt: at.now };
}
