import { type StoredChange, toStoredChanges } from '#storage/changes.ts';
import { type Properties, toValue } from '#storage/entity.ts';
import { escapeKey, unescapeKey } from '#storage/keys.ts';
import {
  type Change,
  Conflict,
  type KeyRange,
  type PlacedRow,
  type Row,
  type Scan,
  type TableName,
  type Tables,
} from '#usecases/story/ports.ts';

interface Stored {
  etag: string;
  properties: Properties;
}

/** Small, so that everything that goes page by page is seen to. */
const PAGE = 7;

/** Azure Tables in memory: the same escaping, limits and order as the real one, proved by the same contract. */
export class MemoryTables implements Tables, Scan {
  readonly #partitions = new Map<string, Map<string, Stored>>();
  #version = 0;

  async find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    const stored = this.#partition(table, partition).get(escapeKey(key));
    return stored && { key, etag: stored.etag, value: toValue(structuredClone(stored.properties)) };
  }

  async list(table: TableName, partition: string, range: KeyRange = {}): Promise<Row[]> {
    const from = escapeKey(range.from ?? '');
    const to = range.to === undefined ? undefined : escapeKey(range.to);
    return [...this.#partition(table, partition)]
      .filter(([key]) => key >= from && (to === undefined || key < to))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, range.limit)
      .map(([key, stored]) => ({
        key: unescapeKey(key),
        etag: stored.etag,
        value: toValue(structuredClone(stored.properties)),
      }));
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    const where = `${table}/${partition}`;
    const stored = toStoredChanges(where, changes);
    const rows = this.#partition(table, partition);
    for (const change of stored) {
      const etag = rows.get(change.key)?.etag;
      const expected = change.op === 'create' ? undefined : change.etag;
      if (etag !== expected) throw new Conflict(`${where}/${change.key}`);
    }
    return stored.map((change) => this.#apply(rows, change));
  }

  async isReady(): Promise<boolean> {
    return true;
  }

  async page(table: TableName, after: string, only = ''): Promise<{ rows: PlacedRow[]; next: string }> {
    const placeOf = (row: { partition: string; key: string }) => `${row.partition}/${row.key}`;
    const left = this.all(table).filter((row) => placeOf(row) > after && (only === '' || row.key === only));
    const rows = left.slice(0, PAGE).map((row) => ({
      ...row,
      etag: this.#partition(table, row.partition).get(escapeKey(row.key))?.etag ?? '',
    }));
    const last = rows.at(-1);
    return { rows, next: left.length > PAGE && last ? placeOf(last) : '' };
  }

  /** Every row of a table, for looking at in tests: partition, key, value. */
  all(table: TableName): { partition: string; key: string; value: object }[] {
    return [...this.#partitions]
      .filter(([name]) => name.startsWith(`${table}/`))
      .flatMap(([name, rows]) =>
        [...rows].map(([key, stored]) => ({
          partition: unescapeKey(name.slice(table.length + 1)),
          key: unescapeKey(key),
          value: toValue(structuredClone(stored.properties)),
        })),
      )
      .sort((a, b) => (`${a.partition}/${a.key}` < `${b.partition}/${b.key}` ? -1 : 1));
  }

  /** The ETag of every row by its place: whatever is written, even the same again, shows. */
  versions(): Map<string, string> {
    return new Map(
      [...this.#partitions].flatMap(([name, rows]) =>
        [...rows].map(([key, { etag }]) => [`${name}/${key}`, etag] as const),
      ),
    );
  }

  #apply(rows: Map<string, Stored>, change: StoredChange): string {
    if (change.op === 'remove') {
      rows.delete(change.key);
      return '';
    }
    const etag = `${++this.#version}`;
    rows.set(change.key, { etag, properties: change.properties });
    return etag;
  }

  #partition(table: TableName, partition: string): Map<string, Stored> {
    const name = `${table}/${escapeKey(partition)}`;
    const rows = this.#partitions.get(name) ?? new Map<string, Stored>();
    this.#partitions.set(name, rows);
    return rows;
  }
}
