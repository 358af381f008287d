import { GONE } from '#domain/basics/privacy.ts';
import { type Books, byPartition, type Invariant, rowsOf } from '#tests/soak/books.ts';

/** Two is a pair; a circle has as many mentors as its programme says, less who has left, and two at least. */
export const circles: Invariant = {
  name: 'who meets is one executive with one mentor, or in a circle with two or more',
  check: (books: Books) => {
    const cohorts = byPartition(books, 'cohorts', 'cohort');
    return rowsOf(books, 'pairs', 'pair').flatMap(({ partition: pair, value }) => {
      if (value.state === 'ended') return [];
      const { most = 1 } = cohorts.get(value.cohort)?.circle ?? {};
      const least = Math.min(most, FEWEST);
      // Until it closes, an introduction keeps the places of who was erased.
      const people = value.members.map(({ person }) => person).filter((person) => person !== GONE);
      const executives = value.members.filter(({ role }) => role === 'executive').length;
      const mentors = value.members.length - executives;
      return [
        ...(new Set(people).size === people.length ? [] : [`Somebody is twice in ${pair}.`]),
        ...(executives === 1 ? [] : [`There are ${executives} executives in ${pair}.`]),
        ...(mentors >= least && mentors <= most ? [] : [`There are ${mentors} mentors in ${pair}.`]),
      ];
    });
  },
};

const FEWEST = 2;
