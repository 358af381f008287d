import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { type Person, teamsNameOf } from '#domain/people/person.ts';
import { changedFacts, factsHolding, factsIn, type Said, type SaidFact } from '#domain/people/said.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

/** What lists of people show: who it is, and whether they have the app, as far as we know. */
export interface Contact {
  /** Who it is, where two rows turned out to be one person. */
  is: PersonId;
  name: string;
  mail: string;
  /** What chats of Teams call them: the sign-in name, else the mail address. */
  teamsName: string;
  hasApp: boolean;
  /** The bot can write to them as far as we know. */
  isReached: boolean;
  /** The bot can write to them as far as we know, and they have not muted news. */
  getsNews: boolean;
  /** Known by more than an address. */
  hasAccount: boolean;
  /** What the last import of the cohort that asks changed of what was said of them. */
  changed: SaidFact[];
}

const UNKNOWN: Omit<Contact, 'is'> = {
  ...{ name: '', mail: '', teamsName: '', hasApp: false, isReached: false },
  ...{ getsNews: false, hasAccount: false, changed: [] },
};

/** What an account says of itself wins; then what is said in the cohort that asks. */
export const contactOf = async (
  ctx: Context,
  person: PersonId,
  cohort: CohortId | '' = '',
): Promise<Contact> => (await openContact(ctx, person, cohort)).contact;

/** The same, with the rows of whoever it is. */
export async function openContact(
  ctx: Context,
  person: PersonId,
  cohort: CohortId | '' = '',
): Promise<{ contact: Contact; own: Partition<'people'> }> {
  const own = await Partition.open(ctx, 'people', person);
  const joinedTo = own.find('person')?.value.joinedTo;
  if (joinedTo) return openContact(ctx, joinedTo, cohort);
  return { contact: contactIn(own, person, cohort), own };
}

function contactIn(rows: Partition<'people'>, person: PersonId, cohort: CohortId | ''): Contact {
  const known = rows.find('person')?.value;
  const said = rows.list('said');
  const channel = rows.find('channel')?.value;
  const hasApp = channel !== undefined && channel.state !== 'uninstalled';
  const isReached = channel?.state === 'open';
  const written = factsHolding(cohort, said).mail;
  const here = said.find(({ id }) => id === cohort)?.value;
  return {
    ...{ is: person, name: nameFrom(known, said, cohort), hasApp, isReached },
    mail: known?.mail || known?.signInName || written,
    teamsName: (known && teamsNameOf(known)) || written,
    getsNews: isReached && rows.find('settings')?.value.newsMuted !== true,
    hasAccount: (known?.directoryId ?? '') !== '',
    changed: here?.before ? changedFacts(here.before, factsIn(here)) : [],
  };
}

function nameFrom(
  known: Person | undefined,
  said: readonly { id: string; value: Said }[],
  cohort: CohortId | '',
): string {
  const elsewhere = cohort === '' ? (said[0]?.value.name ?? '') : '';
  return (
    known?.name || factsHolding(cohort, said).name || elsewhere || known?.mail || known?.signInName || ''
  );
}

/**
 * What somebody is called in their own partition: by their account, else by the import of a cohort of theirs, `first`
 * before the others and those they joined before those they did not; empty where nobody said.
 */
export function ownName(rows: Partition<'people'>, first: CohortId | '' = ''): string {
  const said = rows.list('said');
  const enrolments = rows.list('enrolment');
  const joined = enrolments.filter(({ value }) => value.state === 'joined');
  const cohorts = [first, ...joined.map(({ id }) => id), ...enrolments.map(({ id }) => id)];
  const known = rows.find('person')?.value.name;
  const names = cohorts.map((cohort) => factsHolding(cohort as CohortId, said).name);
  return known || names.find(Boolean) || said.find(({ value }) => value.name)?.value.name || '';
}

/** The contacts of many people, read with bounded parallelism. */
export async function contactsOf(
  ctx: Context,
  people: readonly PersonId[],
  cohort: CohortId | '' = '',
): Promise<(person: PersonId) => Contact> {
  const unique = [...new Set(people)];
  const contacts = await inParallel(unique, (person) => contactOf(ctx, person, cohort));
  const known = new Map(unique.map((person, n) => [person, contacts[n] as Contact]));
  return (person) => known.get(person) ?? { is: person, ...UNKNOWN };
}

const AT_ONCE = 48;

/** What people are called, where nothing else of them is shown: one read each, for accounts that have a name. */
export async function namesOf(
  ctx: Context,
  people: Iterable<PersonId>,
  cohort: CohortId | '' = '',
): Promise<(person: PersonId) => string> {
  const unique = [...new Set(people)];
  const names = await inParallel(unique, (person) => nameOf(ctx, person, cohort), AT_ONCE);
  const known = new Map(unique.map((person, n) => [person, names[n] ?? '']));
  return (person) => known.get(person) ?? '';
}

async function nameOf(ctx: Context, person: PersonId, cohort: CohortId | ''): Promise<string> {
  const known = (await findRow(ctx, 'people', person, 'person'))?.value;
  if (known?.name) return known.name;
  if (known?.joinedTo) return nameOf(ctx, known.joinedTo, cohort);
  const said = await listRows(ctx, 'people', person, 'said');
  return nameFrom(
    known,
    said.map(({ key, value }) => ({ id: key.slice('said_'.length), value })),
    cohort,
  );
}
