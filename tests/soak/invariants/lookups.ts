import type { Person } from '#domain/people/person.ts';
import { type Books, byPartition, type Invariant, lookupsOf, rowsOf } from '#tests/soak/books.ts';

/** Accounts and addresses lead to the people they belong to, and every account and address of somebody to them. */
export const lookups: Invariant = {
  name: 'accounts and addresses lead to their people',
  check: (books) => [...astray(books), ...unfound(books), ...meetings(books), ...nobodys(books)],
};

const addressesOf = ({ mail, signInName, addresses }: Person): string[] =>
  [...new Set([mail, signInName, ...addresses])].filter((address) => address !== '');

/** Two who turned out to be one: the first leads on. */
function reached(people: ReadonlyMap<string, Person>, id: string): string {
  const into = people.get(id)?.joinedTo;
  return into && into !== id ? reached(people, into) : id;
}

function astray(books: Books): string[] {
  const people = byPartition(books, 'people', 'person');
  const isThere = (person: string) => people.has(reached(people, person));
  const accounts = [...lookupsOf(books, 'oid')].flatMap(([account, { person }]) => {
    const id = reached(people, person);
    if (!isThere(id)) return [`The account ${account} leads to ${person}, who is not there.`];
    return people.get(id)?.directoryId === account ? [] : [`The account ${account} leads to ${id}.`];
  });
  const addresses = [...lookupsOf(books, 'mail')].flatMap(([address, { person }]) => {
    const id = reached(people, person);
    const known = people.get(id);
    if (!known) return [`The address ${address} leads to ${person}, who is not there.`];
    return addressesOf(known).includes(address) ? [] : [`The address ${address} leads to ${id}.`];
  });
  return [...accounts, ...addresses];
}

/** An address may belong to somebody else who shows it too. */
function unfound(books: Books): string[] {
  const accounts = lookupsOf(books, 'oid');
  const mails = lookupsOf(books, 'mail');
  return rowsOf(books, 'people', 'person')
    .filter(({ value }) => value.joinedTo === '')
    .flatMap(({ partition: person, value }) => {
      const isFound = value.directoryId === '' || accounts.get(value.directoryId)?.person === person;
      const lost = addressesOf(value).filter((address) => !mails.has(address));
      return [
        ...(isFound ? [] : [`Their account does not lead to ${person}.`]),
        ...lost.map((address) => `The address ${address} of ${person} leads nowhere.`),
      ];
    });
}

function meetings(books: Books): string[] {
  const pairs = byPartition(books, 'pairs', 'pair');
  return [...lookupsOf(books, 'meeting')]
    .filter(([, { pair }]) => !pairs.has(pair))
    .map(([key, { pair }]) => `The meeting ${key} leads to the pair ${pair}, which is not there.`);
}

/** Rows of a person without the row that says who it is. Photos stand beside them. */
function nobodys(books: Books): string[] {
  const people = byPartition(books, 'people', 'person');
  const partitions = new Set(books.rows.people.map(({ partition }) => partition.replace(/^photo_/, '')));
  return [...partitions]
    .filter((person) => !people.has(person))
    .map((person) => `There are rows of ${person}, and nobody is called that.`);
}
