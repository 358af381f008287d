import type { LookupRows } from '#domain/all/lookups.ts';
import type { RowsOf } from '#domain/all/rows.ts';
import { kindOf, shapeOf } from '#domain/all/shapes.ts';
import type { Somebody } from '#domain/basics/privacy.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import { type PlacedRow, type Scan, TABLES, type TableName } from '#usecases/story/ports.ts';

/** A message of the bot's own that the connector took into somebody's chat. */
export interface Taken {
  chat: string;
  activity: string;
}

/** Everything that is known of a world at rest: all rows as they stand, and what others saw of it. */
export interface Books {
  rows: Readonly<Record<TableName, readonly PlacedRow[]>>;
  /** By the connector's own log. */
  taken: readonly Taken[];
  /** Who was erased on the way. */
  erased: readonly Erased[];
  /** Messages of the queue that were put aside, because nobody could do them. */
  putAside: number;
  /** By the product's clock. */
  nowMs: number;
}

/** Somebody who was erased, and what of theirs was in the figures of their programmes by then. */
export interface Erased extends Somebody {
  answers: readonly Kept<RowsOf['cohorts']['measure']>[];
}

/** Something that holds of every world at rest; `check` answers each breach in one sentence. */
export interface Invariant {
  name: string;
  check(books: Books): string[];
}

/** A row of a kind, as its noun knows it. */
export interface Kept<Value> {
  partition: string;
  /** What follows the kind in its key. */
  id: string;
  value: Value;
}

/** Every row of every table, page by page, with nothing left out. */
export async function readAll(scan: Scan): Promise<Books['rows']> {
  const rows: Record<TableName, PlacedRow[]> = {
    ...{ people: [], pairs: [], cohorts: [], concerns: [], deliveries: [], due: [], lookups: [] },
  };
  for (const table of TABLES) {
    let after = '';
    do {
      const page = await scan.page(table, after);
      rows[table].push(...page.rows);
      after = page.next;
    } while (after);
  }
  return rows;
}

export const placeOf = (table: TableName, { partition, key }: PlacedRow): string =>
  `${table}/${partition}/${key}`;

/** The rows of a kind in a table of truth that can be read. */
export function rowsOf<T extends keyof RowsOf, K extends keyof RowsOf[T] & string>(
  { rows }: Pick<Books, 'rows'>,
  table: T,
  kind: K,
): Kept<RowsOf[T][K]>[] {
  return rows[table]
    .filter(({ partition, key, value }) => kindOf(key) === kind && shapeOf(table, partition, key)?.(value))
    .map(({ partition, key, value }) => ({
      partition,
      id: key.slice(kind.length + 1),
      value: value as RowsOf[T][K],
    }));
}

/** The same by partition, for a kind of which a partition holds one. */
export const byPartition = <T extends keyof RowsOf, K extends keyof RowsOf[T] & string>(
  books: Pick<Books, 'rows'>,
  table: T,
  kind: K,
): Map<string, RowsOf[T][K]> =>
  new Map(rowsOf(books, table, kind).map(({ partition, value }) => [partition, value]));

/** The same by partition and what follows the kind, as `<partition>/<id>`. */
export const byPlace = <T extends keyof RowsOf, K extends keyof RowsOf[T] & string>(
  books: Pick<Books, 'rows'>,
  table: T,
  kind: K,
): Map<string, RowsOf[T][K]> =>
  new Map(rowsOf(books, table, kind).map(({ partition, id, value }) => [`${partition}/${id}`, value]));

export const lookupsOf = <K extends keyof LookupRows>(
  { rows }: Pick<Books, 'rows'>,
  kind: K,
): Map<string, LookupRows[K]> =>
  new Map(
    rows.lookups
      .filter(({ partition, key, value }) => partition === kind && shapeOf('lookups', kind, key)?.(value))
      .map(({ key, value }) => [key, value as LookupRows[K]]),
  );

export const deliveriesIn = ({ rows }: Pick<Books, 'rows'>): Delivery[] =>
  rows.deliveries
    .filter(({ partition, key, value }) => shapeOf('deliveries', partition, key)?.(value))
    .map(({ value }) => value as Delivery);

/** A pointer, and when it falls due. */
export interface Pointer {
  at: string;
  work: Record<string, string>;
}

export const pointersIn = ({ rows }: Pick<Books, 'rows'>): Pointer[] =>
  rows.due.filter(({ partition }) => partition === '0').map(({ value }) => value as Pointer);
