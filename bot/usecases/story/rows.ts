import type { RowsOf } from '#domain/all/rows.ts';
import type { Context } from './context.ts';
import type { KeyRange, Row, Value } from './ports.ts';

export type Kind<T extends keyof RowsOf> = keyof RowsOf[T] & string;

export const keyOf = (kind: string, id: string | number = ''): string => (id === '' ? kind : `${kind}_${id}`);
/** Keys of one kind: `_` is followed by `` ` `` in ordinal order. */
const rangeOf = (prefix: string): KeyRange => ({ from: `${prefix}_`, to: `${prefix}\`` });

/** The first key behind one that is known: `!` is the first character that keys may hold. */
const justAfter = (key: string): string => `${key}!`;

/** Kinds of which a cohort has one row, whose key is the kind itself. */
const SINGLE: ReadonlySet<string> = new Set<Kind<'cohorts'>>(['cohort', 'run', 'import', 'review']);

/** One row, by kind and what follows it in the key. */
export async function findRow<T extends keyof RowsOf, K extends Kind<T>>(
  ctx: Pick<Context, 'tables'>,
  table: T,
  partition: string,
  kind: K,
  id: string | number = '',
): Promise<Row<RowsOf[T][K] & Value> | undefined> {
  const row = await ctx.tables.find(table, partition, keyOf(kind, id));
  return row as Row<RowsOf[T][K] & Value> | undefined;
}

/** Every row of a kind, or of those whose id begins with `prefix` (its parts end with `_`) or comes after `after`; at most `limit`. */
export async function listRows<T extends keyof RowsOf, K extends Kind<T>>(
  ctx: Pick<Context, 'tables'>,
  table: T,
  partition: string,
  kind: K,
  { prefix = '', after = '', limit }: { prefix?: string; after?: string; limit?: number } = {},
): Promise<Row<RowsOf[T][K] & Value>[]> {
  const { tables } = ctx;
  if (table === 'cohorts' && SINGLE.has(kind)) {
    const row = await tables.find(table, partition, kind);
    return row ? [row as Row<RowsOf[T][K] & Value>] : [];
  }
  const range = {
    ...rangeOf(keyOf(kind, prefix)),
    ...(after && { from: justAfter(keyOf(kind, after)) }),
    ...(limit !== undefined && { limit }),
  };
  return (await tables.list(table, partition, range)) as Row<RowsOf[T][K] & Value>[];
}
