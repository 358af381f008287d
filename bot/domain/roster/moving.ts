import type { CohortId } from '#domain/basics/ids.ts';
import { asOf, type Cohort, type CohortPair } from '#domain/cohorts/cohort.ts';
import { isAway, keepingOnly, type Member } from '#domain/cohorts/member.ts';
import { standingOf } from './standing.ts';

/**
 * Why somebody stays where they are: each is true and what a champion sees already. A no, a wish for later, or a pair
 * that ended is none.
 */
export const STAY_REASONS = ['left', 'introduced', 'proposed', 'twoInOne', 'there', 'moving'] as const;
export type StayReason = (typeof STAY_REASONS)[number];

/** What is known of a member beside their row. */
export interface MoveFacts {
  pairs: readonly Pick<CohortPair, 'state'>[];
  /** In a round that is being run, or was run and not published. */
  isProposed: boolean;
  /** On the list of the other cohort. */
  isThere: boolean;
  /** The other cohort, where one is chosen. */
  to: CohortId | '';
}

/** Why a member can not be moved to another cohort now; undefined for who was invited, or joined and has nobody. */
export function whyStays(
  member: Member,
  { pairs, isProposed, isThere, to }: MoveFacts,
): StayReason | undefined {
  if (member.movingTo !== undefined && member.movingTo !== to) return 'moving';
  const standing = standingOf(member, pairs);
  if (standing === 'left') return 'left';
  if (standing === 'introduced' || standing === 'paired') return 'introduced';
  if (standing === 'joined' && isProposed) return 'proposed';
  // An address is theirs by a champion's word alone, which counts in one cohort.
  if ((member.joined ?? []).length > 0) return 'twoInOne';
  return isThere ? 'there' : undefined;
}

/** Whether a cohort still gathers people. */
export const isGathering = (cohort: Cohort, nowMs: number): boolean =>
  ['draft', 'enrolling'].includes(asOf(cohort, nowMs).state);

/**
 * The member as the other cohort has them: what champions administer, as far as it is kept there, and nothing of what
 * came of them before.
 */
export function memberThere(
  member: Member,
  { attributes = [] }: Pick<Cohort, 'attributes'>,
  nowMs: number,
): Member {
  const { role, addresses, awayUntil } = member;
  const kept = new Set(attributes.map(({ name }) => name));
  const { attributes: said } = keepingOnly(member, (name) => kept.has(name));
  return {
    ...{ role, state: 'imported', waiting: false },
    ...(addresses && { addresses }),
    ...(said && { attributes: said }),
    ...(awayUntil && isAway(member, nowMs) && { awayUntil }),
  };
}
