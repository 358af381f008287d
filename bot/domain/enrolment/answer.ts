import { type Instant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { CohortState } from '#domain/cohorts/cohort.ts';
import { type Enrolment, isTheirs } from '#domain/cohorts/member.ts';
import type { Act } from '#domain/hearing/acts/acts.ts';

export const ENROLMENT_CHOICES = ['join', 'pass', 'later'] as const;
export type EnrolmentChoice = (typeof ENROLMENT_CHOICES)[number];

/** After so long whoever asked for later is asked again. */
export const LATER_MS = 7 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Refuses any answer to what has gone over to another programme: there they are asked. */
export function mustBeTheirs(enrolment: Enrolment): void {
  if (!isTheirs(enrolment)) throw new Refusal('gone', 'enrolment:moved');
}

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
  const isLaterAnew = state === 'later' && toMs(at.now) - toMs(enrolment.answeredAt || at.now) > HOUR_MS;
  if (state === enrolment.state && !isLaterAnew) return enrolment;
  if ((choice === 'join' || at.isInvitation) && at.cohort === 'closed')
    throw new Refusal('gone', 'enrolment:cohortClosed');
  const next: Enrolment = { ...enrolment, state, answeredAt: at.now };
  return state === 'later' ? postponedOnceMore(next) : next;
}

const postponedOnceMore = (enrolment: Enrolment): Enrolment => ({
  ...enrolment,
  postponed: (enrolment.postponed ?? 0) + 1,
});

/** Whether somebody who asked for later is asked again now. */
export const isToAskAgain = ({ state, answeredAt }: Enrolment, nowMs: number): boolean =>
  state === 'later' && answeredAt !== '' && nowMs - toMs(answeredAt) >= LATER_MS;

/** What may stand beside a yes or a no without being about something else. */
const BESIDE: ReadonlySet<Act> = new Set(['greeting', 'thanks', 'laugh', 'changedMind']);

/** What a message answers to the one open invitation; "no idea" and "sure, but who sees this?" are none. */
export function invitationAnswer({
  typed,
  acts,
  isYes,
}: {
  /** Plain, without politeness. */
  typed: string;
  acts: readonly Act[];
  isYes: boolean;
}): EnrolmentChoice | undefined {
  const isLater = LATER.test(typed) && acts.every((act) => act === 'stop' || BESIDE.has(act));
  if (isLater) return 'later';
  if (!acts.every((act) => BESIDE.has(act))) return undefined;
  if (
    isYes ||
    /^(?:yes|sure|ok|okay|gladly|i am in|i would (?:love|like) to(?: join)?|count me in|why not|let us do (?:it|this)|do it|with pleasure|happy to)\b.{0,30}$/.test(
      typed,
    )
  )
    return 'join';
  if (
    /^(?:not for me|pass|decline|i pass|no|no thanks|not interested|rather not|nope|nein|non)\b.{0,20}$/.test(
      typed,
    )
  )
    return 'pass';
  return undefined;
}

const LATER =
  /^(?:ask me (?:again )?later|later|not now|maybe later|another time|remind me later|not yet)\b.{0,12}$/;
