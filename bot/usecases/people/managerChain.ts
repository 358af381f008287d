import type { PersonId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import { findRow } from '#usecases/story/rows.ts';

/** Who stands directly above whom, as far as it was looked up; '' where nobody does. */
export type Managers = Map<PersonId, PersonId | ''>;

/**
 * Everybody above a person, nearest first, also those who take no part. What was looked up is kept in `known`.
 * A circle in the rows ends the chain before it repeats.
 */
export async function managerChain(ctx: Context, known: Managers, person: PersonId): Promise<PersonId[]> {
  const chain: PersonId[] = [];
  let above = await managerOf(ctx, known, person);
  while (above !== '' && above !== person && !chain.includes(above)) {
    chain.push(above);
    above = await managerOf(ctx, known, above);
  }
  return chain;
}

async function managerOf(ctx: Context, known: Managers, person: PersonId): Promise<PersonId | ''> {
  const found = known.get(person);
  if (found !== undefined) return found;
  const manager = (await findRow(ctx, 'people', person, 'person'))?.value.manager ?? '';
  known.set(person, manager);
  return manager;
}
