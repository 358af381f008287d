import type { Account } from '#domain/all/lookups.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { seenName } from '#domain/basics/visible.ts';
import type { Channel, ChannelState, Person } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { joinPeople } from './joining.ts';
import { claimAccount, claimAddress, lookUp, NOBODY, newAccount, normalised } from './naming.ts';
import { endWords, settleAll } from './sameAs.ts';

/** What a verified token or Teams' directory says of an account: two addresses that may differ, or be missing. */
export interface Identity {
  directoryId: string;
  mail: string;
  signInName?: string;
  name: string;
  /** Teams' directory says so: there is nothing more to be asked. */
  isFromDirectory?: boolean;
}

interface Met {
  directoryId: string;
  mail: string;
  signInName: string;
  name: string;
  addresses: string[];
  isAsked: boolean;
}

/** Addresses that are kept of one account; older ones go first. */
const ADDRESSES_MAX = 12;

/**
 * The one person of an account, made when unknown. The directory id alone is identity. Mail and sign-in name are
 * both looked up, each once: somebody who is known by one of them alone, from an import, is joined with the
 * account; an address that belongs to another account stays there. Whoever does the same at the same moment, or
 * goes on after a crash, ends at the same person.
 */
export async function personOf(ctx: Context, identity: Identity): Promise<PersonId> {
  const account = metBy(identity);
  const known = (await findLookup(ctx.tables, 'oid', account.directoryId))?.value;
  return known && isKnown(known, account) ? known.person : retrying(ctx, () => meet(ctx, account));
}

function metBy({ directoryId, mail, signInName = '', name, isFromDirectory = false }: Identity): Met {
  const addresses = [...new Set([mail, signInName].map(normalised))].filter((address) => address !== '');
  return {
    ...{ directoryId: normalised(directoryId), mail: normalised(mail), signInName: normalised(signInName) },
    ...{ name: seenName(name), addresses, isAsked: isFromDirectory || (mail !== '' && signInName !== '') },
  };
}

const isKnown = ({ isMet, isAsked, seen }: Account, account: Met): boolean =>
  isMet && (isAsked || !account.isAsked) && account.addresses.every((address) => seen.includes(address));

async function meet(ctx: Context, account: Met): Promise<PersonId> {
  const person = await accountOf(ctx, account);
  await bind(ctx, person, account);
  for (const address of account.addresses) {
    const holder = (await lookUp(ctx, 'mail', address)) ?? (await claimAddress(ctx, address, person));
    if (holder !== person) await joinPeople(ctx, { from: holder, into: person }, address);
  }
  await retrying(ctx, () => remember(ctx, account));
  return person;
}

/** From now on these addresses are not looked up again. */
async function remember(ctx: Context, account: Met): Promise<void> {
  const row = await findLookup(ctx.tables, 'oid', account.directoryId);
  if (!row || isKnown(row.value, account)) return;
  const seen = newest([...row.value.seen, ...account.addresses]);
  const isAsked = account.isAsked || row.value.isAsked;
  const value = { ...row.value, isMet: true, isAsked, seen };
  await putLookup(ctx.tables, 'oid', { key: account.directoryId, value, etag: row.etag });
}

const newest = (addresses: readonly string[]): string[] => [...new Set(addresses)].slice(-ADDRESSES_MAX);

/**
 * Insert-once: the directory id gets the person who waits for it under one of its addresses, or a new one. Where that
 * is its only address, nothing is left to be looked up.
 */
async function accountOf(ctx: Context, account: Met): Promise<PersonId> {
  const known = (await findLookup(ctx.tables, 'oid', account.directoryId))?.value.person;
  if (known) return known;
  const waiting = await findWaiting(ctx, account);
  if (!waiting) return claimAccount(ctx, account.directoryId, newAccount(asId(ctx.ids.next('person'))));
  const isAll = account.addresses.length === 1;
  const { isAsked, addresses: seen } = account;
  const met = { person: waiting, isMet: true, isAsked, seen };
  return claimAccount(ctx, account.directoryId, isAll ? met : newAccount(waiting));
}

/** Bound before the directory id is claimed: two accounts that show one address at once do not share a person. */
async function findWaiting(ctx: Context, account: Met): Promise<PersonId | undefined> {
  for (const address of account.addresses) {
    const holder = await lookUp(ctx, 'mail', address);
    if (holder && (await bind(ctx, holder, account))) return holder;
  }
  return undefined;
}

/** Gives the person to an account, once and for good. Answers false when they belong to another one. */
async function bind(ctx: Context, person: PersonId, account: Met): Promise<boolean> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known = rows.find('person')?.value ?? NOBODY;
    if (known.joinedTo !== '') return false;
    if (known.directoryId !== '' && known.directoryId !== account.directoryId) return false;
    const next: Person = {
      ...known,
      name: account.name || known.name,
      mail: account.mail || known.mail,
      signInName: account.signInName || known.signInName,
      directoryId: account.directoryId,
      addresses: newest([...known.addresses, ...account.addresses]),
    };
    if (JSON.stringify(next) === JSON.stringify(known)) return true;
    rows.put('person', '', next);
    if (next.name !== known.name && rows.find('settings')?.value.named)
      rows.tell({ kind: 'projectNamed', person });
    endWords(ctx, rows, { by: person });
    await rows.commit();
    await settleAll(ctx, person);
    return true;
  });
}

/** Who stands behind an address or a directory id, or undefined; makes nobody. */
export async function findPerson(
  ctx: Context,
  by: 'oid' | 'mail',
  key: string,
): Promise<PersonId | undefined> {
  return lookUp(ctx, by, normalised(key));
}

/** The person as whom an account was met; refused where nobody is, or nobody is any more. */
export async function requireMet(ctx: Context, directoryId: string): Promise<PersonId> {
  const known = (await findLookup(ctx.tables, 'oid', normalised(directoryId)))?.value;
  if (!known?.isMet) throw new Refusal('gone', 'privacy:erased');
  return known.person;
}

/** The person of an account of which nothing more is to be learnt, or undefined. */
export async function findMet(ctx: Context, directoryId: string): Promise<PersonId | undefined> {
  const known = (await findLookup(ctx.tables, 'oid', normalised(directoryId)))?.value;
  return known?.isMet && known.isAsked ? known.person : undefined;
}

/** Who somebody is; nobody by name where the row is missing or cannot be read. */
export async function getPerson(ctx: Context, person: PersonId): Promise<Person> {
  return (await findRow(ctx, 'people', person, 'person'))?.value ?? NOBODY;
}

/** Where the bot reaches somebody from now on. Answers true when the bot could not reach them before. */
export const rememberChannel = (ctx: Context, person: PersonId, channel: Channel): Promise<boolean> =>
  retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const isNew = putChannel(rows, channel);
    await rows.commit();
    return isNew;
  });

/** The same, to be committed with more. */
export function putChannel(rows: Partition<'people'>, channel: Channel): boolean {
  const known = rows.find('channel')?.value;
  if (known && JSON.stringify(known) === JSON.stringify(channel)) return false;
  rows.put('channel', '', channel);
  return known?.state !== 'open';
}

/**
 * Remembers whether Teams takes messages for somebody where we know them. `seen`: the channel that was tried; what
 * came of it says nothing of another one, through which they have come back meanwhile.
 */
export async function markChannel(
  ctx: Context,
  person: PersonId,
  state: ChannelState,
  seen?: Channel,
): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known = rows.find('channel')?.value;
    if (!known || known.state === state) return;
    if (seen && seen.conversationId !== known.conversationId) return;
    rows.put('channel', '', { ...known, state });
    await rows.commit();
  });
}
