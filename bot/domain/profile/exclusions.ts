import type { PersonId } from '#domain/basics/ids.ts';
import { plainName } from '#domain/people/givenName.ts';

/** Whom somebody would rather not meet, by whatever they know of them; what is not known is empty. */
export interface Exclusion {
  /** Of an account, as the people picker has it. */
  directoryId: string;
  /** Mail address or sign-in name. */
  address: string;
  /** A name or department as written, and what the list shows. */
  written: string;
}

/** Somebody who was typed: with an @ it is an address, else a name or department, kept as it was written. */
export const exclusionOf = (typed: string): Exclusion => {
  const written = typed.trim();
  return { directoryId: '', address: written.includes('@') ? written.toLowerCase() : '', written };
};

export const isSameExclusion = (one: Exclusion, other: Exclusion): boolean =>
  one.directoryId || other.directoryId || one.address || other.address
    ? one.directoryId === other.directoryId && one.address === other.address
    : one.written === other.written;

/** How one person may be named in a cohort. */
export interface Nameable {
  id: PersonId;
  directoryId: string;
  addresses: readonly string[];
  names: readonly string[];
  department: string;
}

const plain = (text: string): string =>
  plainName(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,.]+/u)
    .sort()
    .join(' ')
    .trim();

const keysOfPerson = ({ directoryId, addresses, names, department }: Nameable): string[] => [
  ...(directoryId ? [`id ${directoryId}`] : []),
  ...addresses.filter(Boolean).map((address) => `at ${address}`),
  ...[...names, department]
    .map(plain)
    .filter(Boolean)
    .map((name) => `as ${name}`),
];

/** What is most certain decides: an account stays the same when its name or address changes. */
const keysOf = ({ directoryId, address, written }: Exclusion): string[] => {
  if (directoryId || address)
    return [...(directoryId ? [`id ${directoryId}`] : []), ...(address ? [`at ${address}`] : [])];
  const name = plain(written);
  return name ? [`as ${name}`] : [];
};

/**
 * Finds whom exclusions mean among these people, as they are known at this moment: nothing has to be kept up to date
 * when somebody is met or renamed. A name or department means everybody who is called so, whatever its order, titles
 * and accents.
 */
export function findExcluded(people: readonly Nameable[]): (exclusions: readonly Exclusion[]) => PersonId[] {
  const byKey = new Map<string, PersonId[]>();
  for (const person of people)
    for (const key of keysOfPerson(person)) {
      const known = byKey.get(key);
      if (known) known.push(person.id);
      else byKey.set(key, [person.id]);
    }
  return (exclusions) => [...new Set(exclusions.flatMap(keysOf).flatMap((key) => byKey.get(key) ?? []))];
}
