import type { Change, KeyRange, Row, TableName, Tables } from '#usecases/story/ports.ts';

export class Crash extends Error {}

/** Tables of a process that dies at its n-th write: that one and every later call fails. */
export class CrashingTables implements Tables {
  readonly #tables: Tables;
  #left: number;
  /** True once the process has died. */
  hasCrashed = false;

  constructor(tables: Tables, writes: number) {
    this.#tables = tables;
    this.#left = writes;
  }

  async find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    this.#alive();
    return this.#tables.find(table, partition, key);
  }

  async list(table: TableName, partition: string, range?: KeyRange): Promise<Row[]> {
    this.#alive();
    return this.#tables.list(table, partition, range);
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    this.#alive();
    if (this.#left-- <= 0) this.hasCrashed = true;
    this.#alive();
    return this.#tables.commit(table, partition, changes);
  }

  async isReady(): Promise<boolean> {
    return !this.hasCrashed;
  }

  #alive(): void {
    if (this.hasCrashed) throw new Crash('the process died here');
  }
}
