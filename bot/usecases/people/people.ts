import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Channel, ChannelState, Person } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import { findLookup, putLookup } from '#usecases/story/lookups.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { findRow } from '#usecases/story/rows.ts';

/** What a verified token, the directory or an import says of somebody. Mail and directory id may be empty, not both. */
export interface Identity {
  directoryId: string;
  mail: string;
  name: string;
}

export interface Imported extends Identity {
  manager: PersonId | '';
  department: string;
  location: string;
}

type LookedUpBy = 'oid' | 'mail';

const normalised = (text: string): string => text.trim().toLowerCase();

async function lookUp(ctx: Context, by: LookedUpBy, key: string): Promise<PersonId | undefined> {
  if (!key) return undefined;
  return (await findLookup(ctx.tables, by, key))?.value.person;
}

/** Insert-once: whoever comes second gets the person of whoever came first. */
async function claim(ctx: Context, by: LookedUpBy, key: string, person: PersonId): Promise<PersonId> {
  const known = await lookUp(ctx, by, key);
  if (known) return known;
  try {
    await putLookup(ctx.tables, by, { key, value: { person } });
    return person;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return (await lookUp(ctx, by, key)) ?? person;
  }
}

const NOBODY: Person = { name: '', mail: '', directoryId: '', manager: '', department: '', location: '' };

/** Changes the row of a person, made when absent; `change` answers undefined for leaving it as it is. */
async function fill(
  ctx: Context,
  person: PersonId,
  change: (known: Person) => Person | undefined,
): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known = rows.find('person')?.value;
    const next = change(known ?? NOBODY);
    if (!next || JSON.stringify(next) === JSON.stringify(known)) return;
    rows.put('person', '', next);
    await rows.commit();
  });
}

/** Gives the person to an account, once and for good. Answers false when they belong to another one. */
async function bind(ctx: Context, person: PersonId, account: Identity): Promise<boolean> {
  let isTheirs = false;
  await fill(ctx, person, (known) => {
    isTheirs = known.directoryId === '' || known.directoryId === account.directoryId;
    if (known.directoryId !== '') return undefined;
    const mail = known.mail || account.mail;
    return { ...known, directoryId: account.directoryId, mail, name: account.name || known.name || mail };
  });
  return isTheirs;
}

/**
 * The one person behind a directory id, a mail address, or both, made when unknown. The mail address is claimed
 * first, the row bound next, the directory id claimed last: whoever does the same at the same moment, or goes
 * on after a crash, ends at the same person, and a directory id that is found always has a row. An address that
 * changed hands makes a new person, never the old one.
 */
export async function personOf(ctx: Context, identity: Identity): Promise<PersonId> {
  const directoryId = normalised(identity.directoryId);
  const mail = normalised(identity.mail);
  const bound = await lookUp(ctx, 'oid', directoryId);
  if (bound) return bound;
  const fresh = asId<PersonId>(ctx.ids.next('person'));
  const byMail = mail ? await claim(ctx, 'mail', mail, fresh) : fresh;
  if (!directoryId) return byMail;
  const account = { directoryId, mail, name: identity.name };
  if (await bind(ctx, byMail, account)) return claim(ctx, 'oid', directoryId, byMail);
  await bind(ctx, fresh, account);
  return claim(ctx, 'oid', directoryId, fresh);
}

/**
 * The person an import line speaks of, made when unknown. The line wins over older imports, never over what a
 * bound account says of its own name.
 */
export async function ensurePerson(ctx: Context, line: Imported): Promise<PersonId> {
  const mail = normalised(line.mail);
  const person = await personOf(ctx, line);
  // Without a directory id the address was claimed on the way.
  if (mail && line.directoryId) await claim(ctx, 'mail', mail, person);
  await fill(ctx, person, (known) => ({
    ...known,
    name: known.directoryId && known.name ? known.name : line.name || known.name || mail,
    mail: known.mail || mail,
    manager: line.manager || known.manager,
    department: line.department || known.department,
    location: line.location || known.location,
  }));
  return person;
}

/** Who stands behind a mail address or directory id, or undefined; makes nobody. */
export async function findPerson(ctx: Context, by: LookedUpBy, key: string): Promise<PersonId | undefined> {
  return lookUp(ctx, by, normalised(key));
}

export async function getPerson(ctx: Context, person: PersonId): Promise<Person> {
  const row = await findRow(ctx, 'people', person, 'person');
  if (!row) throw new Error(`person ${person} has no row`);
  return row.value;
}

/** Where the bot reaches somebody from now on. Answers true when the bot could not reach them before. */
export async function rememberChannel(ctx: Context, person: PersonId, channel: Channel): Promise<boolean> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known = rows.find('channel')?.value;
    if (known && JSON.stringify(known) === JSON.stringify(channel)) return false;
    rows.put('channel', '', channel);
    await rows.commit();
    return known?.state !== 'open';
  });
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
