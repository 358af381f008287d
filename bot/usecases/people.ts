import { asId, type PersonId } from '#domain/ids.ts';
import type { Channel, Person, Settings } from '#domain/person.ts';
import type { Context } from './context.ts';
import { Partition, retrying } from './partition.ts';
import { Conflict } from './ports.ts';

/** What a verified token or the directory says of somebody. Mail and directory id may be empty, not both. */
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

type Known = 'oid' | 'mail';

const normalised = (text: string): string => text.trim().toLowerCase();

async function lookUp(ctx: Context, by: Known, key: string): Promise<PersonId | undefined> {
  if (!key) return undefined;
  const row = await ctx.tables.find('lookups', by, key);
  return row && asId<PersonId>((row.value as { person: string }).person);
}

/** Insert-once: whoever comes second gets the person of whoever came first. */
async function claim(ctx: Context, by: Known, key: string, person: PersonId): Promise<PersonId> {
  try {
    await ctx.tables.commit('lookups', by, [{ op: 'create', key, value: { person } }]);
    return person;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return (await lookUp(ctx, by, key)) ?? person;
  }
}

/** The person row exists afterwards, and carries the directory id and name where it had none. */
async function fill(ctx: Context, person: PersonId, change: (known: Person) => Person): Promise<Person> {
  return retrying(async () => {
    const rows = await Partition.open(ctx, 'people', person, ['person']);
    const known = rows.find('person')?.value ?? {
      name: '',
      mail: '',
      directoryId: '',
      manager: '' as const,
      department: '',
      location: '',
    };
    const next = change(known);
    if (!rows.find('person') || JSON.stringify(next) !== JSON.stringify(known)) {
      rows.put('person', '', next);
      await rows.commit();
    }
    return next;
  });
}

/**
 * The person behind an authenticated contact. An import may know only a mail address; the first contact binds
 * directory id and person, once: an address that changed hands later makes a new person, never the old one.
 */
export async function personOf(ctx: Context, identity: Identity): Promise<PersonId> {
  const oid = normalised(identity.directoryId);
  const mail = normalised(identity.mail);
  const bound = await lookUp(ctx, 'oid', oid);
  if (bound) return bound;
  const byMail = await lookUp(ctx, 'mail', mail);
  const free = byMail && (await isFreeFor(ctx, byMail, oid)) ? byMail : undefined;
  const person = await claim(ctx, 'oid', oid, free ?? asId<PersonId>(ctx.ids.next('person')));
  if (mail && !byMail) await claim(ctx, 'mail', mail, person);
  await fill(ctx, person, (known) => ({
    ...known,
    directoryId: oid,
    mail: known.mail || mail,
    name: identity.name || known.name || mail,
  }));
  return person;
}

async function isFreeFor(ctx: Context, person: PersonId, oid: string): Promise<boolean> {
  const row = await ctx.tables.find('people', person, 'person');
  const known = (row?.value as Person | undefined)?.directoryId ?? '';
  return known === '' || known === oid;
}

/**
 * The person an import line speaks of, made when unknown; `changed` says whether the line said anything new.
 * The line wins over older imports, never over what a bound account says of its own name.
 */
export async function ensurePerson(
  ctx: Context,
  line: Imported,
): Promise<{ person: PersonId; isNew: boolean; changed: boolean }> {
  const oid = normalised(line.directoryId);
  const mail = normalised(line.mail);
  const found = (await lookUp(ctx, 'oid', oid)) ?? (await lookUp(ctx, 'mail', mail));
  let person = found ?? asId<PersonId>(ctx.ids.next('person'));
  if (oid) person = await claim(ctx, 'oid', oid, person);
  if (mail) await claim(ctx, 'mail', mail, person);
  let changed = false;
  await fill(ctx, person, (known) => {
    const next = {
      ...known,
      name: known.directoryId && known.name ? known.name : line.name || known.name || mail,
      mail: known.mail || mail,
      directoryId: known.directoryId || oid,
      manager: line.manager || known.manager,
      department: line.department || known.department,
      location: line.location || known.location,
    };
    changed = JSON.stringify(next) !== JSON.stringify(known);
    return next;
  });
  return { person, isNew: !found, changed };
}

/** Who stands behind a mail address or directory id, or undefined; makes nobody. */
export async function findPerson(ctx: Context, by: Known, key: string): Promise<PersonId | undefined> {
  return lookUp(ctx, by, normalised(key));
}

export async function getPerson(ctx: Context, person: PersonId): Promise<Person> {
  const row = await ctx.tables.find('people', person, 'person');
  if (!row) throw new Error(`person ${person} has no row`);
  return row.value as Person;
}

/** The settings of a person, made at first sight from what their client says; later contacts correct the zone. */
export async function settingsOf(
  ctx: Context,
  person: PersonId,
  seen: { locale?: string; timeZone?: string },
): Promise<Settings> {
  return retrying(async () => {
    const rows = await Partition.open(ctx, 'people', person, ['settings']);
    const known = rows.find('settings')?.value;
    const timeZone = isZone(seen.timeZone) ? seen.timeZone : (known?.timeZone ?? 'UTC');
    const locale = isLocale(seen.locale) ? seen.locale : (known?.locale ?? 'en');
    if (known && known.timeZone === timeZone && known.locale === locale) return known;
    const next: Settings = { newsMuted: false, ...known, locale, timeZone };
    rows.put('settings', '', next);
    await rows.commit();
    return next;
  });
}

const isZone = (zone: string | undefined): zone is string => {
  if (!zone || zone.length > 64) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const isLocale = (locale: string | undefined): locale is string =>
  locale !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale);

/** Where the bot reaches somebody from now on. Answers true when the bot could not reach them before. */
export async function rememberChannel(ctx: Context, person: PersonId, channel: Channel): Promise<boolean> {
  return retrying(async () => {
    const rows = await Partition.open(ctx, 'people', person, ['channel']);
    const known = rows.find('channel')?.value;
    if (known && JSON.stringify(known) === JSON.stringify(channel)) return false;
    rows.put('channel', '', channel);
    await rows.commit();
    return known?.state !== 'open';
  });
}

/** The app was removed or the bot blocked: nothing is sent there until they come back. */
export async function forgetChannel(
  ctx: Context,
  person: PersonId,
  state: 'blocked' | 'uninstalled',
): Promise<void> {
  await retrying(async () => {
    const rows = await Partition.open(ctx, 'people', person, ['channel']);
    const known = rows.find('channel')?.value;
    if (!known || known.state === state) return;
    rows.put('channel', '', { ...known, state });
    await rows.commit();
  });
}
