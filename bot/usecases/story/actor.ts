import { createHash, createHmac } from 'node:crypto';
import { asId, type Brand, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import type { Context } from './context.ts';

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

/** What measures call somebody: the same in each, and nobody's name to whoever has no key of this installation. */
export const pseudonymOf = ({ pseudonymKey }: Pick<Context, 'pseudonymKey'>, person: PersonId): string =>
  createHmac('sha256', pseudonymKey).update(person).digest('hex').slice(0, 32);

/** What was pressed: what it makes and of what, and the key of the press, which stays the same when it is repeated. */
interface Press {
  noun: string;
  key: string;
  content: unknown;
}

/**
 * The id of what a press makes. The same press of the same person with the same words always has the same id, so that
 * a repeat finds what is there; without a key each is a new one.
 */
export function idOfPress<Id extends Brand<string>>(
  ctx: Pick<Context, 'ids'>,
  { person }: Pick<Actor, 'person'>,
  { noun, key, content }: Press,
): Id {
  if (key === '') return asId<Id>(ctx.ids.next(noun));
  const said = JSON.stringify([noun, person, key, content]);
  return asId<Id>(`${noun}-${createHash('sha256').update(said).digest('hex').slice(0, 32)}`);
}
