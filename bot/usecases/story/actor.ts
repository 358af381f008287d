import type { CohortId, PersonId } from '#domain/basics/ids.ts';

/** Who asks, from a verified token and our own rows; never from what a client says about itself. */
export interface Actor {
  person: PersonId;
  directoryId: string;
  /** App roles of the token: `Champion`, `Sponsor`. */
  roles: string[];
  locale: string;
  timeZone: string;
}

/** Which cohort is meant, and who asks. */
export interface InCohort {
  cohort: CohortId;
  person: PersonId;
}
