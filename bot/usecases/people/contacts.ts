import type { PersonId } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

/** What lists of people show: who it is, and whether they have the app, as far as we know. */
export interface Contact {
  name: string;
  mail: string;
  hasApp: boolean;
}

export async function contactOf(ctx: Context, person: PersonId): Promise<Contact> {
  const rows = await Partition.open(ctx, 'people', person);
  const known = rows.find('person')?.value;
  const channel = rows.find('channel')?.value;
  const hasApp = channel !== undefined && channel.state !== 'uninstalled';
  return { name: known?.name || known?.mail || '', mail: known?.mail ?? '', hasApp };
}

/** The contacts of many people, read with bounded parallelism. */
export async function contactsOf(
  ctx: Context,
  people: readonly PersonId[],
): Promise<(person: PersonId) => Contact> {
  const unique = [...new Set(people)];
  const contacts = await inParallel(unique, (person) => contactOf(ctx, person));
  const known = new Map(unique.map((person, n) => [person, contacts[n] as Contact]));
  return (person) => known.get(person) ?? { name: '', mail: '', hasApp: false };
}

const AT_ONCE = 48;

/** What people are called, where nothing else of them is shown: one read each. */
export async function namesOf(
  ctx: Context,
  people: Iterable<PersonId>,
): Promise<(person: PersonId) => string> {
  const unique = [...new Set(people)];
  const rows = await inParallel(unique, (person) => findRow(ctx, 'people', person, 'person'), AT_ONCE);
  const names = rows.map((row) => row?.value);
  const known = new Map(unique.map((person, n) => [person, names[n]?.name || names[n]?.mail || '']));
  return (person) => known.get(person) ?? '';
}
