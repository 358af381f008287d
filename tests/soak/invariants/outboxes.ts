import type { RowsOf } from '#domain/all/rows.ts';
import { toMs } from '#domain/basics/ids.ts';
import { type Books, type Invariant, pointersIn, rowsOf } from '#tests/soak/books.ts';

const TABLES = ['people', 'pairs', 'cohorts', 'concerns'] as const satisfies (keyof RowsOf)[];
/** What is not done so long after it was written, or after its moment, is not going to be. */
const LONGEST_MS = 10 * 60_000;

/** Nothing that waits to be told is left behind: somebody looks for it again, and it is not overdue. */
export const outboxes: Invariant = {
  name: 'nothing that is to be told is left behind',
  check: (books) => [...forgotten(books), ...aside(books)],
};

function forgotten(books: Books): string[] {
  const looked = new Set(
    pointersIn(books)
      .filter(({ work }) => work.noun === 'outbox')
      .map(({ work }) => `${work.table}/${work.partition}`),
  );
  return TABLES.flatMap((table) =>
    rowsOf(books, table, 'outbox').flatMap(({ partition, id, value }) => {
      const what = `${value.message.kind} in ${table}/${partition} (${id})`;
      if (!looked.has(`${table}/${partition}`)) return [`Nobody looks for ${what} again.`];
      return books.nowMs - toMs(value.at) > LONGEST_MS
        ? [`The message ${what} lies there since ${value.at}.`]
        : [];
    }),
  );
}

const aside = ({ putAside }: Books): string[] =>
  putAside > 0 ? [`${putAside} messages of the queue were put aside.`] : [];
