import { type Instant, toMs } from '#domain/basics/ids.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { type Delivery, isLost, isOnItsWay } from '#domain/notices/delivery.ts';

/** How far somebody is, as a champion sees it by name: no answer to an invitation but a yes is told. */
export const STANDINGS = ['imported', 'invited', 'joined', 'introduced', 'paired', 'left'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where somebody stands with these pairs of theirs in the cohort; whoever passed or asked for later reads as invited. */
export function standingOf(
  { state }: Pick<Member, 'state'>,
  pairs: readonly Pick<CohortPair, 'state'>[],
): Standing {
  if (state === 'passed' || state === 'later') return 'invited';
  if (state !== 'joined') return state;
  if (pairs.some((pair) => pair.state === 'paired')) return 'paired';
  return pairs.some((pair) => pair.state === 'introduced') ? 'introduced' : 'joined';
}

/** Nobody is asked again within a week. */
const DAY_MS = 86_400_000;
const AGAIN_DAYS = 7;

/** What is known of the last time somebody was asked. */
export interface LastAsked {
  standing: Standing;
  /** Missing where nobody knows. */
  askedAt: Instant | undefined;
  /** The bot can write to them. */
  isReached: boolean;
  delivery: Delivery | undefined;
}

/**
 * Whether an invitation may go out once more: after a week, or at once where the last did not arrive. It looks at
 * nothing that somebody's answer changes, so that nobody can read an answer from it.
 */
export function canAskAgain(last: LastAsked, nowMs: number): boolean {
  const { standing, askedAt, isReached } = last;
  if (standing !== 'invited' || !isReached) return false;
  if (didNotArrive(last)) return true;
  const since = sinceAsked(last);
  if (since && isOnItsWay(since)) return false;
  return askedAt === undefined || toMs(askedAt) <= nowMs - AGAIN_DAYS * DAY_MS;
}

/**
 * Whether it did not arrive when somebody was last asked. Whoever has said no is asked again without hearing it: what
 * came of an earlier time is forgotten then, as it is for whoever hears it.
 */
export const didNotArrive = (last: LastAsked): boolean => isLost(sinceAsked(last));

const sinceAsked = ({ askedAt, delivery }: LastAsked): Delivery | undefined =>
  delivery && (askedAt === undefined || delivery.at >= askedAt) ? delivery : undefined;
