import type { PersonId } from '#domain/basics/ids.ts';
import { findPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import type { OpenCohort } from './cohorts.ts';

/** Members by the addresses that mean them in this cohort alone; `rows` holds kind `member`. */
export function membersByAddress(rows: OpenCohort): ReadonlyMap<string, PersonId> {
  return new Map(
    rows
      .list('member')
      .flatMap(({ id, value }) =>
        (value.addresses ?? []).map((address) => [address, id as PersonId] as const),
      ),
  );
}

/** The person an address or a directory id stands for in a cohort, if we know one; makes nobody. */
export async function findNamed(
  ctx: Context,
  here: ReadonlyMap<string, PersonId>,
  name: string,
): Promise<PersonId | undefined> {
  if (!name.includes('@')) return findPerson(ctx, 'oid', name);
  return here.get(name) ?? findPerson(ctx, 'mail', name);
}
