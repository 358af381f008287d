import type { Instant, PersonId } from '#domain/basics/ids.ts';

/**
 * Row `sameas_<cohort>` of somebody known by an address alone: a champion of that cohort said whose account it is. The
 * account that proves the address ends it.
 */
export interface SameAs {
  into: PersonId;
  /** False: it was taken back, or an account proved otherwise. */
  holds: boolean;
  /** Who said so last. */
  by: PersonId;
  at: Instant;
}
