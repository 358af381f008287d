import type { Account } from '#domain/all/lookups.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Person } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { anew } from '#usecases/story/readOnce.ts';

/** By what an import may name somebody: directory id, address, or both; the directory id decides. */
export interface Named {
  directoryId: string;
  mail: string;
}

export const NOBODY: Person = {
  ...{ name: '', mail: '', signInName: '', directoryId: '', addresses: [], joinedTo: '' },
};

/** How an id or an address is compared; an accent may be written as one sign or as two. */
export const normalised = (text: string): string => text.trim().toLowerCase().normalize('NFC');

export async function lookUp(ctx: Context, by: 'oid' | 'mail', key: string): Promise<PersonId | undefined> {
  return key ? (await findLookup(ctx.tables, by, key))?.value.person : undefined;
}

/** The row of somebody who is known by name of an import alone. */
export const namedRow = ({ directoryId, mail }: Named): Person =>
  directoryId ? { ...NOBODY, directoryId: normalised(directoryId) } : { ...NOBODY, mail: normalised(mail) };

/**
 * The person an import names, made when unknown. With a directory id the address is not claimed: an import alone
 * never binds an address to an account. Two calls of storage for somebody new, one for somebody known.
 */
export async function personNamed(ctx: Context, named: Named): Promise<{ person: PersonId; isNew: boolean }> {
  const [by, key] = named.directoryId
    ? (['oid', normalised(named.directoryId)] as const)
    : (['mail', normalised(named.mail)] as const);
  const known = await lookUp(ctx, by, key);
  if (known) return { person: known, isNew: false };
  const fresh = asId<PersonId>(ctx.ids.next('person'));
  const person =
    by === 'oid' ? await claimAccount(ctx, key, newAccount(fresh)) : await claimAddress(ctx, key, fresh);
  return { person, isNew: person === fresh };
}

/** Insert-once: whoever comes second gets the person of whoever came first. */
export const claimAddress = (ctx: Context, address: string, person: PersonId): Promise<PersonId> =>
  firstOf(
    ctx,
    person,
    () => putLookup(ctx.tables, 'mail', { key: address, value: { person } }),
    () => lookUp(ctx, 'mail', address),
  );

/** The same for a directory id. */
export const claimAccount = (ctx: Context, directoryId: string, account: Account): Promise<PersonId> =>
  firstOf(
    ctx,
    account.person,
    () => putLookup(ctx.tables, 'oid', { key: directoryId, value: account }),
    () => lookUp(ctx, 'oid', directoryId),
  );

/** An account that has not been here yet. */
export const newAccount = (person: PersonId): Account => ({ person, isMet: false, isAsked: false, seen: [] });

async function firstOf(
  ctx: Context,
  person: PersonId,
  claim: () => Promise<unknown>,
  find: () => Promise<PersonId | undefined>,
): Promise<PersonId> {
  try {
    await claim();
    return person;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    anew(ctx);
    return (await find()) ?? person;
  }
}
