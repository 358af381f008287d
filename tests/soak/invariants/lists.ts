import { GONE } from '#domain/basics/privacy.ts';
import { type CohortPair, mentorsIn } from '#domain/cohorts/cohort.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { type Books, byPartition, byPlace, type Invariant, type Kept, rowsOf } from '#tests/soak/books.ts';

/** A pair stands in the list of each of its people and of its cohort, and whatever stands there is a pair. */
export const pairLists: Invariant = {
  name: 'every pair stands in every list, and back',
  check: (books) => [...pairsWithoutLinks(books), ...linksWithoutPairs(books), ...cohortsWithoutPairs(books)],
};

const peopleIn = ({ members, apart = [] }: Pair): string[] =>
  [...members, ...apart].map(({ person }) => person).filter((person) => person !== GONE);

function pairsWithoutLinks(books: Books): string[] {
  const links = byPlace(books, 'people', 'pair');
  const inCohorts = byPlace(books, 'cohorts', 'pair');
  return rowsOf(books, 'pairs', 'pair').flatMap(({ partition: pair, value }) => {
    const missing = peopleIn(value).filter((person) => !links.has(`${person}/${pair}`));
    const projected = inCohorts.get(`${value.cohort}/${pair}`);
    return [
      ...missing.map((person) => `The pair ${pair} is missing in the list of ${person}.`),
      ...(projected ? differs(pair, value, projected) : [`The pair ${pair} is missing in its cohort.`]),
    ];
  });
}

/** To its cohort a pair of which one is erased is closed at once. */
function differs(pair: string, { state, members }: Pair, projected: CohortPair): string[] {
  if (members.some(({ person }) => person === GONE) && projected.state === 'closed') return [];
  const wanted = state === 'introduced' ? 'introduced' : state === 'ended' ? 'closed' : 'paired';
  if (projected.state === wanted) return [];
  return [`The pair ${pair} is ${state}, and its cohort has it as ${projected.state}.`];
}

function linksWithoutPairs(books: Books): string[] {
  const pairs = byPartition(books, 'pairs', 'pair');
  return rowsOf(books, 'people', 'pair').flatMap(({ partition: person, id }) => {
    const pair = pairs.get(id);
    if (!pair) return [`The list of ${person} names the pair ${id}, which is not there.`];
    return peopleIn(pair).includes(person)
      ? []
      : [`The pair ${id} in the list of ${person} is without them.`];
  });
}

const namesOf = ({ value }: Kept<CohortPair>): string[] => [value.executive, ...mentorsIn(value)];

function cohortsWithoutPairs(books: Books): string[] {
  const pairs = byPartition(books, 'pairs', 'pair');
  return rowsOf(books, 'cohorts', 'pair').flatMap((row) => {
    const pair = pairs.get(row.id);
    if (!pair) return [`The cohort ${row.partition} has the pair ${row.id}, which is not there.`];
    const others = namesOf(row).filter((person) => person !== GONE && !peopleIn(pair).includes(person));
    return others.map((person) => `The cohort ${row.partition} has ${person} in the pair ${row.id}.`);
  });
}
