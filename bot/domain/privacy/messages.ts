import type { PersonId } from '#domain/basics/ids.ts';

/** Everything about a person goes, wherever it stands. */
export type PrivacyMessage = { kind: 'erase'; person: PersonId };
