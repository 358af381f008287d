import type { LookupRows } from '#domain/all/lookups.ts';
import type { Change, Row, Tables } from './ports.ts';

export type LookupKind = keyof LookupRows;

export async function findLookup<K extends LookupKind>(
  tables: Tables,
  kind: K,
  key: string,
): Promise<Row<LookupRows[K]> | undefined> {
  return (await tables.find('lookups', kind, key)) as Row<LookupRows[K]> | undefined;
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
