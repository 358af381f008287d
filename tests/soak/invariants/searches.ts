import { byPartition, type Invariant, rowsOf } from '#tests/soak/books.ts';

/** A search that asks has one open introduction, which its executive asked for; nobody else is asked meanwhile. */
export const searches: Invariant = {
  name: 'a search asks one mentor at a time',
  check: (books) => {
    const pairs = byPartition(books, 'pairs', 'pair');
    return rowsOf(books, 'people', 'search').flatMap(({ partition: person, id: cohort, value }) => {
      const theirs = `The search of ${person} in ${cohort}`;
      const asked = value.mentors.filter(({ state }) => state === 'asked');
      if (value.state !== 'asking') return [];
      const pair = pairs.get(value.pair ?? '');
      const isOpen = pair?.state === 'introduced' && pair.asked === person && pair.cohort === cohort;
      const isTold = pair?.members.some((one) => one.person === asked[0]?.person) ?? false;
      return [
        ...(asked.length === 1 ? [] : [`${theirs} asks ${asked.length} at once.`]),
        ...(isOpen ? [] : [`${theirs} asks, and there is no introduction that waits.`]),
        ...(isTold || !isOpen ? [] : [`${theirs} asks somebody who was not introduced.`]),
      ];
    });
  },
};
