import { kindOf } from '#domain/all/shapes.ts';
import type { PlacedRow, TableName } from '#usecases/story/ports.ts';
import type { Books } from './books.ts';

/** A breach of one invariant, planted in a good world; `n` says where, of all places where it can be. */
export interface Fault {
  does: string;
  breaks: string;
  plant(books: Books, n: number): Books;
}

/** A fault before it is said what it breaks. */
export type Planting = Omit<Fault, 'breaks'>;

export type Is = (row: PlacedRow) => boolean;
type Turn = (value: Record<string, unknown>) => object | undefined;

const withRows = (books: Books, table: TableName, rows: readonly PlacedRow[]): Books => ({
  ...books,
  rows: { ...books.rows, [table]: rows },
});

/** Turns one of the rows into another, or takes it away. */
export function turn(table: TableName, is: Is, into: Turn): Fault['plant'] {
  return (books, n) => {
    const all = books.rows[table].filter(is);
    const chosen = all[n % all.length];
    if (!chosen) throw new Error(`No row of ${table} is like that.`);
    const value = into(structuredClone(chosen.value) as Record<string, unknown>);
    const rows = books.rows[table].flatMap((row) =>
      row === chosen ? (value ? [{ ...row, value }] : []) : [row],
    );
    return withRows(books, table, rows);
  };
}

export const add =
  (table: TableName, partition: string, key: string, value: object): Fault['plant'] =>
  (books) =>
    withRows(books, table, [...books.rows[table], { partition, key, etag: '', value }]);

/** Beside a row that is there. */
export const beside =
  (table: TableName, is: Is, made: (row: PlacedRow) => Omit<PlacedRow, 'etag'>): Fault['plant'] =>
  (books, n) => {
    const all = books.rows[table].filter(is);
    const row = all[n % all.length];
    if (!row) throw new Error(`No row of ${table} is like that.`);
    const { partition, key, value } = made(row);
    return add(table, partition, key, value)(books, n);
  };

export const kind =
  (...kinds: readonly string[]): Is =>
  ({ key }) =>
    kinds.includes(kindOf(key));
export const inState =
  (name: string, ...states: readonly string[]): Is =>
  (row) =>
    kind(name)(row) && states.includes((row.value as { state?: string }).state ?? '');
export const gone = (): undefined => undefined;
export const of =
  (lookup: string): Is =>
  ({ partition }) =>
    partition === lookup;
export const every: Is = () => true;
export const after =
  (chosen: readonly Fault['plant'][]): Fault['plant'] =>
  (books, n) =>
    chosen.reduce((planted, plant) => plant(planted, n), books);

export const AT = '2026-11-23T09:00:00.000Z';
export const PAST = '2026-11-01T00:00:00.000Z';
export const pointer = (at: string, work: Record<string, string>) =>
  add('due', '0', `${at}_${Object.values(work).join('_')}`, { at, work });

export const withoutPointers =
  (noun: string): Fault['plant'] =>
  (books) =>
    withRows(
      books,
      'due',
      books.rows.due.filter(({ value }) => (value as { work: { noun: string } }).work.noun !== noun),
    );
