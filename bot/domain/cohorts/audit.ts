import type { Instant, PersonId } from '#domain/basics/ids.ts';

/** Row `audit_<time>_<id>`: what a champion did, or a contact; `about` holds ids and counts, never anybody's words. */
export interface Audit {
  at: Instant;
  by: PersonId;
  did: string;
  about: string;
}
