import type { PersonId } from '#domain/basics/ids.ts';
import { asciiApostrophes } from '#domain/basics/mail.ts';
import { namesNobody, plainName } from '#domain/people/givenName.ts';
import { isDirectoryId } from '#domain/people/person.ts';

/** Whom somebody would rather not meet, by whatever they know of them; what is not known is empty. */
export interface Exclusion {
  /** Of an account, as the people picker has it. */
  directoryId: string;
  /** Mail address or sign-in name. */
  address: string;
  /** A name or department as written, and what the list shows. */
  written: string;
}

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const ADDRESS = /[^\s@<>,;:"()[\]]+@[^\s@<>,;:"()[\]]+\.[^\s@<>,;:"()[\]]*[^\s@<>,;:."()[\]]/gu;
const addressesIn = (text: string): string[] =>
  asciiApostrophes(text.replace(UNSEEN, '').toLowerCase().normalize('NFC')).match(ADDRESS) ?? [];

/** Of an account, in whatever way Teams writes it: `8:orgid:…`, in braces, in capitals. */
const directoryIdIn = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^8:orgid:|[{}]/gu, '');

/** Somebody who was typed: with an address in it, it means whoever has that; else a name or department as written. */
export const exclusionOf = (typed: string): Exclusion => {
  const written = typed.trim();
  return { directoryId: '', address: addressesIn(written)[0] ?? '', written };
};

/**
 * Whom one entry of a list means, in the form in which it is compared; several where it holds several addresses.
 * Undefined where it was meant as an address and is none: kept as it is, it would protect nobody.
 */
export function exclusionsIn({ directoryId, address, written }: Exclusion): Exclusion[] | undefined {
  const account = directoryId.includes('@') ? '' : directoryIdIn(directoryId);
  const addresses = addressesIn(`${address} ${account ? '' : `${directoryId} ${written}`}`);
  const shown = written.trim() || address.trim();
  if (account) return [{ directoryId: account, address: addresses[0] ?? '', written: shown }];
  const each = [...new Set(addresses)];
  if (each.length > 0)
    return each.map((one) => ({
      directoryId: '',
      address: one,
      written: each.length > 1 ? one : shown || one,
    }));
  if (`${directoryId}${address}${written}`.includes('@') || address.trim() !== '') return undefined;
  return shown ? [{ directoryId: '', address: '', written: shown }] : [];
}

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

/** Letters that have no accent to take off and are still written in two ways. */
const WRITTEN_ELSE: Record<string, string> = {
  ...{ ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

const folded = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/gu, (letter) => WRITTEN_ELSE[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A name in whatever order; a department in its own, with all that stands in brackets or after a dash. */
const nameWords = (text: string): string[] => [...new Set(folded(plainName(text)))];
const departmentKey = (text: string): string => folded(text).join(' ');

const keysOfPerson = ({ directoryId, addresses, department }: Nameable): string[] => [
  ...(directoryId ? [`id ${directoryId}`] : []),
  ...addresses.filter(Boolean).map((address) => `at ${address}`),
  ...[departmentKey(department)].filter(Boolean).map((name) => `in ${name}`),
];

/** What is most certain decides: an account stays the same when its name or address changes. */
const keysOf = ({ directoryId, address, written }: Exclusion): string[] => {
  if (directoryId || address)
    return [...(directoryId ? [`id ${directoryId}`] : []), ...(address ? [`at ${address}`] : [])];
  return namesNobody(written) ? [] : [`in ${departmentKey(written)}`];
};

/** The words of a name that was written; none where something more certain is known. */
const nameIn = ({ directoryId, address, written }: Exclusion): string[] =>
  directoryId || address || namesNobody(written) ? [] : nameWords(written);

/** `Muster` and `Erika Muster` both mean Erika Maria Muster, and `Erika Maria Muster` means Erika Muster. */
const isCalled = (name: readonly string[], written: readonly string[]): boolean =>
  written.every((word) => name.includes(word)) ||
  (name.length > 1 && name.every((word) => written.includes(word)));

interface Called {
  id: PersonId;
  name: string[];
}

/** Whom a name that was written means. */
function findCalled(people: readonly Nameable[]): (written: readonly string[]) => PersonId[] {
  const byWord = new Map<string, Called[]>();
  for (const { id, names } of people)
    for (const name of names.map(nameWords))
      for (const word of name) {
        const known = byWord.get(word);
        if (known) known.push({ id, name });
        else byWord.set(word, [{ id, name }]);
      }
  return (written) =>
    written
      .flatMap((word) => byWord.get(word) ?? [])
      .filter(({ name }) => isCalled(name, written))
      .map(({ id }) => id);
}

/** Whether there can be anybody an exclusion means; one that means nobody would protect nobody. */
export const protectsSomebody = (one: Exclusion): boolean =>
  one.directoryId !== '' ? isDirectoryId(one.directoryId) : keysOf(one).length > 0;

/**
 * Finds whom exclusions mean among these people, as they are known at this moment: nothing has to be kept up to date
 * when somebody is met or renamed. A name means everybody who is called so, by one name or by several, whatever its
 * order, titles and accents; a department means everybody in it.
 */
export function findExcluded(people: readonly Nameable[]): (exclusions: readonly Exclusion[]) => PersonId[] {
  const byKey = new Map<string, PersonId[]>();
  for (const person of people)
    for (const key of keysOfPerson(person)) {
      const known = byKey.get(key);
      if (known) known.push(person.id);
      else byKey.set(key, [person.id]);
    }
  const called = findCalled(people);
  return (exclusions) => [
    ...new Set(
      exclusions.flatMap((one) => [
        ...keysOf(one).flatMap((key) => byKey.get(key) ?? []),
        ...called(nameIn(one)),
      ]),
    ),
  ];
}
