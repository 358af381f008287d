import { GONE } from '#domain/basics/privacy.ts';
import { type Books, byPartition, type Invariant, rowsOf } from '#tests/soak/books.ts';

/** Where nobody says how many there is room for. */
const ROOM = 1;

/**
 * Every open pair has a place of each of its people, every place an open pair, and nobody has more than they said
 * there is room for. Whoever lowers that keeps the pairs they have: worlds that are checked do not.
 */
export const places: Invariant = {
  name: 'nobody has more open pairs than room',
  check: (books) => [...pairsWithoutPlace(books), ...placesWithoutPair(books), ...crowded(books)],
};

/** The people of each pair that is not over, by its id. */
const openPairs = (books: Books): Map<string, string[]> =>
  new Map(
    rowsOf(books, 'pairs', 'pair')
      .filter(({ value }) => value.state !== 'ended')
      .map(({ partition, value }) => [
        partition,
        value.members.map(({ person }) => person).filter((person) => person !== GONE),
      ]),
  );

const slotsOf = (books: Books): Map<string, string[]> =>
  new Map(
    [...Map.groupBy(rowsOf(books, 'people', 'slot'), ({ partition }) => partition)].map(([person, slots]) => [
      person,
      slots.map(({ value }) => value.pair),
    ]),
  );

function pairsWithoutPlace(books: Books): string[] {
  const slots = slotsOf(books);
  return [...openPairs(books)].flatMap(([pair, people]) =>
    people
      .filter((person) => !slots.get(person)?.includes(pair))
      .map((person) => `The open pair ${pair} takes no place of ${person}.`),
  );
}

function placesWithoutPair(books: Books): string[] {
  const open = openPairs(books);
  return [...slotsOf(books)].flatMap(([person, pairs]) =>
    pairs
      .filter((pair) => !open.get(pair)?.includes(person))
      .map((pair) => `A place of ${person} is kept for ${pair}, which is no open pair of theirs.`),
  );
}

function crowded(books: Books): string[] {
  const profiles = byPartition(books, 'people', 'profile');
  const counts = new Map<string, number>();
  for (const people of openPairs(books).values())
    for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts].flatMap(([person, count]) => {
    const room = profiles.get(person)?.capacity ?? ROOM;
    return count > room ? [`${person} has ${count} open pairs and room for ${room}.`] : [];
  });
}
