import type { CohortId, Day, PersonId } from '#domain/basics/ids.ts';

export type LifeMessage =
  /** Who stands above whom may have changed: the pairs of a cohort are looked at. */
  | { kind: 'lookAtLines'; cohort: CohortId }
  /** A champion says that somebody has left the company. */
  | { kind: 'memberGone'; cohort: CohortId; person: PersonId }
  /** A champion or the person says until when they are on leave. The day in the member's row counts, not the one told. */
  | { kind: 'memberAway'; cohort: CohortId; person: PersonId; until: Day }
  /** A list says of some until when they are on leave, or that they are back before the day that was said. */
  | { kind: 'membersAway'; cohort: CohortId; away: { person: PersonId; until: Day }[] }
  /** Somebody is back before the day that was said. */
  | { kind: 'memberBack'; cohort: CohortId; person: PersonId; until: Day };
