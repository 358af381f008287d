import type { CohortState, Enrolment } from './cohort.ts';
import type { Instant } from './ids.ts';
import { Refusal } from './refusal.ts';

export type EnrolmentChoice = 'join' | 'pass' | 'later';

const STATES = { join: 'joined', pass: 'passed', later: 'later' } as const;

/**
 * What an invitation becomes by an answer. The same answer again changes nothing; a no after a yes is leaving;
 * everybody may change their mind while the cohort is not closed.
 */
export function answered(
  enrolment: Enrolment,
  choice: EnrolmentChoice,
  at: { now: Instant; cohort: CohortState },
): Enrolment {
  const wasIn = enrolment.state === 'joined' || enrolment.state === 'left';
  const state = choice !== 'join' && wasIn ? 'left' : STATES[choice];
  if (state === enrolment.state) return enrolment;
  if (choice === 'join' && at.cohort === 'closed') throw new Refusal('gone', 'enrolment:cohortClosed');
  return { ...enrolment, state, answeredAt: at.now };
}
