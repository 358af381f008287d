import type { CohortId, PersonId } from '#domain/basics/ids.ts';

/**
 * Two rows are one person: everything of `from` becomes `into`'s. In one cohort: as the champion's word on the two
 * stands when this is done, they become one or two. Whether somebody is named is brought into their cohorts.
 */
export type PeopleMessage =
  | { kind: 'joinPeople'; from: PersonId; into: PersonId }
  | { kind: 'projectNamed'; person: PersonId }
  | { kind: 'joinMembers'; cohort: CohortId; from: PersonId; into: PersonId };
