import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { findPerson, getPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { listRows } from '#usecases/story/rows.ts';

/** Everybody in a cohort, and whom an address means there alone. */
export interface Here {
  members: ReadonlyMap<PersonId, Member>;
  here: ReadonlyMap<string, PersonId>;
}

/** Reads all members of a cohort. */
export async function readMembers(ctx: Context, cohort: CohortId): Promise<Here> {
  const members = new Map<PersonId, Member>();
  const here = new Map<string, PersonId>();
  for (const { key, value } of await listRows(ctx, 'cohorts', cohort, 'member')) {
    const person = key.slice('member_'.length) as PersonId;
    members.set(person, value);
    for (const address of value.addresses ?? []) here.set(address, person);
  }
  return { members, here };
}

/** The person an address or a directory id stands for in a cohort, if we know one; makes nobody. */
export async function findNamed(
  ctx: Context,
  here: ReadonlyMap<string, PersonId>,
  name: string,
): Promise<PersonId | undefined> {
  if (!name.includes('@')) return findPerson(ctx, 'oid', name);
  return findHere(ctx, here, name);
}

/** The same for an address alone. Where an account has proved it, a champion's word counts no more. */
export async function findHere(
  ctx: Context,
  here: ReadonlyMap<string, PersonId>,
  address: string,
): Promise<PersonId | undefined> {
  const [said, known] = [here.get(address), await findPerson(ctx, 'mail', address)];
  if (!said || !known || said === known) return said ?? known;
  return (await getPerson(ctx, known)).directoryId === '' ? said : known;
}
