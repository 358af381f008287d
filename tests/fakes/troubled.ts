import {
  Away,
  type Change,
  type KeyRange,
  type Row,
  type TableName,
  type Tables,
} from '#usecases/story/ports.ts';

/** Trouble with one table, for so many calls. */
interface Trouble {
  table: TableName;
  times: number;
}

/** Tables that are away, or on which somebody else is a moment faster, for as long as a test says. */
export class TroubledTables implements Tables {
  readonly #tables: Tables;
  #away: Trouble | undefined;
  #readOnly: Trouble | undefined;
  #beaten: Trouble | undefined;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** The next calls to this table fail. */
  goAway(table: TableName, times = Number.POSITIVE_INFINITY): void {
    this.#away = { table, times };
  }

  /** The next commits to this table fail, and write nothing. */
  goReadOnly(table: TableName, times = Number.POSITIVE_INFINITY): void {
    this.#readOnly = { table, times };
  }

  /** Before each of the next commits to this table, somebody else writes the rows that it replaces. */
  beBeaten(table: TableName, times = Number.POSITIVE_INFINITY): void {
    this.#beaten = { table, times };
  }

  /** Everything is well again. */
  recover(): void {
    this.#away = undefined;
    this.#readOnly = undefined;
    this.#beaten = undefined;
  }

  async find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    this.#mustBeThere(table);
    return await this.#tables.find(table, partition, key);
  }

  async list(table: TableName, partition: string, range?: KeyRange): Promise<Row[]> {
    this.#mustBeThere(table);
    return await this.#tables.list(table, partition, range);
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    this.#mustBeThere(table);
    if (isNow(this.#readOnly, table)) throw new Away(new Error('tables take nothing'));
    if (isNow(this.#beaten, table))
      for (const { op, key } of changes) if (op === 'replace') await this.#rewrite(table, partition, key);
    return await this.#tables.commit(table, partition, changes);
  }

  isReady(): Promise<boolean> {
    return this.#tables.isReady();
  }

  #mustBeThere(table: TableName): void {
    if (isNow(this.#away, table)) throw new Away(new Error('tables are away'));
  }

  async #rewrite(table: TableName, partition: string, key: string): Promise<void> {
    const row = await this.#tables.find(table, partition, key);
    if (row) await this.#tables.commit(table, partition, [{ op: 'replace', ...row }]);
  }
}

/** Counts down, and answers whether there is trouble at this call. */
const isNow = (trouble: Trouble | undefined, table: TableName): boolean =>
  trouble?.table === table && trouble.times-- > 0;
