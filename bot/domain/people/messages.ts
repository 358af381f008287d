import type { CohortId, PersonId } from '#domain/basics/ids.ts';

/** Two rows are one person: everything of `from` becomes `into`'s, everywhere or in one cohort. */
export type PeopleMessage =
  | { kind: 'joinPeople'; from: PersonId; into: PersonId }
  | { kind: 'joinMembers'; cohort: CohortId; from: PersonId; into: PersonId };
