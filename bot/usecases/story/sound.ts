import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { kindOf, shapeOf } from '#domain/all/shapes.ts';
import { inChunks } from './parallel.ts';
import type { Change, KeyRange, Log, Row, TableName, Tables } from './ports.ts';

/** Rows that are looked at before others have a turn. */
const LOOKED_AT = 1_000;
/** So many places are remembered, each reported once. */
const MOST_REMEMBERED = 10_000;
/** Made anew where it is missing, and nothing else refers to it: writing it again sets a bad one aside. */
const MADE_ANEW = new Set(
  [
    'settings',
    'channel',
    'conversation',
    'profile',
    'slot',
    'panel',
    'signature',
    'feedback',
    'prompt',
  ].concat(['run', 'search', 'contact', 'raised', 'photo', 'named']),
);

/**
 * Rows that could not be read, in this process: how many, and where they stand. A figure for whoever runs the
 * server, never a content.
 */
class SetAside {
  readonly #etags = new Map<string, string>();
  #more = 0;

  /** Each row in its present state counts once. */
  get count(): number {
    return this.#etags.size + this.#more;
  }

  /** True when this is news. */
  note(place: string, etag = ''): boolean {
    if (this.#etags.get(place) === etag) return false;
    if (this.#etags.size < MOST_REMEMBERED || this.#etags.has(place)) this.#etags.set(place, etag);
    else this.#more++;
    return true;
  }

  etagOf(place: string): string | undefined {
    return this.#etags.get(place);
  }

  forget(place: string): void {
    this.#etags.delete(place);
  }
}

export const setAside = new SetAside();

const placeOf = (table: TableName, partition: string, key: string): string => `${table}/${partition}/${key}`;

/** Whether a row can be read. One that cannot is left out, said once in the log by where it stands, and counted. */
function isSound(log: Log, table: TableName, partition: string, row: Row): boolean {
  const check = shapeOf(table, partition, row.key);
  const place = placeOf(table, partition, row.key);
  if (!check || check(row.value)) {
    if (setAside.count > 0) setAside.forget(place);
    return true;
  }
  if (setAside.note(place, row.etag)) {
    log.error(
      { ...whereInLog(table, partition, row.key), setAside: setAside.count },
      'a row cannot be read and is left out',
    );
  }
  return false;
}

/** The key of a lookup may be somebody's address, and whom a concern was given to stands in no log. */
function whereInLog(table: TableName, partition: string, key: string): object {
  if (table === 'concerns') return { table };
  return table === 'lookups' ? { table, partition } : { table, partition, key };
}

/** Tables without the rows that cannot be read: one bad row never takes a view down. */
export class SoundTables implements Tables {
  readonly #tables: Tables;
  readonly #log: Log;

  constructor(tables: Tables, log: Log) {
    this.#tables = tables;
    this.#log = log;
  }

  async find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    const row = await this.#tables.find(table, partition, key);
    return row && isSound(this.#log, table, partition, row) ? row : undefined;
  }

  async list(table: TableName, partition: string, range?: KeyRange): Promise<Row[]> {
    const rows = await this.#tables.list(table, partition, range);
    const sound: Row[] = [];
    for (const some of inChunks(rows, LOOKED_AT)) {
      // Thousands of members are read at once.
      if (rows.length > LOOKED_AT) await nextTurn();
      sound.push(...some.filter((row) => isSound(this.#log, table, partition, row)));
    }
    return sound;
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    const healing = changes.map((change) => overBad(table, partition, change));
    const healed = healing.filter((change, n) => change !== changes[n]);
    const kept = await Promise.all(healed.map(({ key }) => this.#kept(table, partition, key)));
    const etags = await this.#tables.commit(table, partition, [...healing, ...kept.flat()]);
    return etags.slice(0, changes.length);
  }

  /** What is written over, kept beside it as it stands: people may have said something in it. */
  async #kept(table: TableName, partition: string, key: string): Promise<Change[]> {
    if (table !== 'people' && table !== 'pairs' && table !== 'concerns') return [];
    const bad = await this.#tables.find(table, partition, key);
    if (!bad) return [];
    const digest = createHash('sha256').update(bad.etag).digest('hex').slice(0, 12);
    return [{ op: 'create', key: `unreadable_${key}_${digest}`, value: bad.value }];
  }

  isReady(): Promise<boolean> {
    return this.#tables.isReady();
  }
}

/** Whoever writes anew what could not be read takes its place, as long as nobody else did in the meantime. */
function overBad(table: TableName, partition: string, change: Change): Change {
  if (change.op !== 'create' || setAside.count === 0) return change;
  const etag = setAside.etagOf(placeOf(table, partition, change.key));
  if (!etag) return change;
  const mayHeal = table === 'lookups' || MADE_ANEW.has(kindOf(change.key)) || isProjection(table, change.key);
  return mayHeal ? { ...change, op: 'replace', etag } : change;
}

const isProjection = (table: TableName, key: string): boolean => table !== 'pairs' && kindOf(key) === 'pair';
