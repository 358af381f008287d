import type { LookupRows } from '#domain/all/lookups.ts';
import type { Context } from './context.ts';
import type { Change, Row, Tables } from './ports.ts';
import { learn } from './readOnce.ts';

export type LookupKind = keyof LookupRows;

export async function findLookup<K extends LookupKind>(
  tables: Tables,
  kind: K,
  key: string,
): Promise<Row<LookupRows[K]> | undefined> {
  return (await tables.find('lookups', kind, key)) as Row<LookupRows[K]> | undefined;
}

/** Keys whose order is the same here and in every store. */
const isPlain = (key: string): boolean => /^[\w.@+-]{1,200}$/.test(key);
/** Rows of one question. */
const LARGEST_PAGE = 1_000;

/**
 * Reads many lookups with few questions, for a story that reads once: neighbours among the keys, with what lies
 * between them, in a page. Never asks more often than one by one; keys it leaves out are read when they are needed.
 */
export async function readNeighbours(
  ctx: Pick<Context, 'tables'>,
  kind: LookupKind,
  keys: Iterable<string>,
): Promise<void> {
  const sorted = [...new Set(keys)].filter(isPlain).sort();
  const to = `${sorted.at(-1)} `;
  for (let from = 0; from < sorted.length; ) {
    const limit = Math.min(LARGEST_PAGE, 4 * (sorted.length - from) + 16);
    const rows = await ctx.tables.list('lookups', kind, { from: sorted[from] ?? '', to, limit });
    const last = rows.length < limit ? to : rows.findLast(({ key }) => isPlain(key))?.key;
    if (last === undefined) return;
    let until = from;
    while (until < sorted.length && (sorted[until] ?? '') <= last) until++;
    if (until === from) return;
    learn(ctx, { table: 'lookups', partition: kind }, sorted.slice(from, until), rows);
    from = until;
  }
}

/** Creates the row where `etag` is undefined, else replaces it. Throws `Conflict`; answers the new ETag. */
export async function putLookup<K extends LookupKind>(
  tables: Tables,
  kind: K,
  row: { key: string; value: LookupRows[K]; etag?: string | undefined },
): Promise<string> {
  const { key, value, etag } = row;
  const change: Change =
    etag === undefined ? { op: 'create', key, value } : { op: 'replace', key, value, etag };
  const [written = ''] = await tables.commit('lookups', kind, [change]);
  return written;
}

/** Creates several rows together, all or none. Throws `Conflict`. */
export async function createLookups<K extends LookupKind>(
  tables: Tables,
  kind: K,
  rows: readonly { key: string; value: LookupRows[K] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tables.commit(
    'lookups',
    kind,
    rows.map(({ key, value }) => ({ op: 'create', key, value })),
  );
}

export const removeLookup = (
  tables: Tables,
  kind: LookupKind,
  row: Pick<Row, 'key' | 'etag'>,
): Promise<void> => removeLookups(tables, kind, [row]);

/** Removes several rows together, all or none. Throws `Conflict`. */
export async function removeLookups(
  tables: Tables,
  kind: LookupKind,
  rows: readonly Pick<Row, 'key' | 'etag'>[],
): Promise<void> {
  await tables.commit(
    'lookups',
    kind,
    rows.map(({ key, etag }) => ({ op: 'remove', key, etag })),
  );
}
