import { GONE } from '#domain/basics/privacy.ts';
import { type Books, type Invariant, type Kept, placeOf, rowsOf } from '#tests/soak/books.ts';
import { type PlacedRow, TABLES, type TableName } from '#usecases/story/ports.ts';

/**
 * A concern lies with the one person it was given to, its author's list leads there, and its words stand nowhere but in
 * concerns of its author. What says the same by chance would be found as well: worlds that are checked have none.
 */
export const concerns: Invariant = {
  name: 'a concern is its author’s and its contact’s, and nobody else knows of it',
  check: (books) => {
    const all = rowsOf(books, 'concerns', 'concern');
    return [...unlisted(books, all), ...lost(books, all), ...all.flatMap((one) => told(books, one))];
  },
};

type Given = Kept<{ author: string; state: string; text?: string }>;

const listed = (books: Books): { author: string; place: string }[] =>
  rowsOf(books, 'concerns', 'raised').flatMap(({ partition: author, value }) =>
    value.concerns
      .filter(({ to }) => to !== GONE)
      .map(({ concern, to }) => ({ author, place: `${to}/${concern}` })),
  );

function unlisted(books: Books, all: readonly Given[]): string[] {
  const known = new Set(listed(books).map(({ author, place }) => `${author} ${place}`));
  return all
    .filter(({ partition, id, value }) => !known.has(`${value.author} ${partition}/${id}`))
    .map(
      ({ partition, id }) => `The concern ${id} lies with ${partition}, where its author did not give it.`,
    );
}

function lost(books: Books, all: readonly Given[]): string[] {
  const there = new Set(all.map(({ partition, id }) => `${partition}/${id}`));
  return listed(books)
    .filter(({ place }) => !there.has(place))
    .map(({ author, place }) => `The concern ${place} of ${author} is not there.`);
}

function told({ rows }: Books, { id, value: { author, text } }: Given): string[] {
  if (!text) return [];
  const words = JSON.stringify(text).slice(1, -1);
  const isTheirs = (table: TableName, row: PlacedRow) =>
    table === 'concerns' && (row.value as { author?: string }).author === author;
  return TABLES.flatMap((table) =>
    rows[table]
      .filter((row) => !isTheirs(table, row) && JSON.stringify(row.value).includes(words))
      .map((row) => `${placeOf(table, row)} holds the words of the concern ${id}.`),
  );
}
