import { type Deed, deedsIn } from '#usecases/home/deeds.ts';
import type { Change, KeyRange, Queue, QueueItem, Scan, TableName, Tables } from '#usecases/story/ports.ts';
import { timed } from './outcome.ts';
import type { Operation, Telling } from './telling.ts';
import { TABLES_TOLD } from './told.ts';
import type { Standing } from './watch.ts';

/** The same tables; each call is measured, and told by itself where the request it belongs to is told as a whole. */
export class WatchedTables implements Tables, Scan {
  readonly #tables: Tables & Scan;
  readonly #telling: Telling;
  readonly #onDeed: (deed: Deed) => void;

  constructor(tables: Tables & Scan, telling: Telling, onDeed: (deed: Deed) => void) {
    this.#tables = tables;
    this.#telling = telling;
    this.#onDeed = onDeed;
  }

  find(table: TableName, partition: string, key: string) {
    return this.#told('find', table, () => this.#tables.find(table, partition, key));
  }

  list(table: TableName, partition: string, range?: KeyRange) {
    return this.#told('list', table, () => this.#tables.list(table, partition, range));
  }

  page(table: TableName, after: string, key?: string) {
    return this.#told('page', table, () => this.#tables.page(table, after, key));
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    const etags = await this.#told('commit', table, () => this.#tables.commit(table, partition, changes));
    for (const deed of deedsIn(table, changes)) this.#onDeed(deed);
    return etags;
  }

  isReady(): Promise<boolean> {
    return asked(this.#telling, 'tables', this.#tables);
  }

  #told<T>(operation: Operation, table: TableName, work: () => Promise<T>): Promise<T> {
    const open = this.#telling.tellsStorage ? this.#telling.open('storage') : undefined;
    return timed(work, (outcome, ms) => {
      this.#telling.took('storage', ms, { operation, outcome });
      open?.end(
        { operation, table: TABLES_TOLD[table], outcome },
        outcome === 'done' || outcome === 'conflict',
      );
    });
  }
}

/** The same queue, measured. */
export class WatchedQueue implements Queue, Standing {
  readonly #queue: Queue & Standing;
  readonly #telling: Telling;

  constructor(queue: Queue & Standing, telling: Telling) {
    this.#queue = queue;
    this.#telling = telling;
  }

  send(item: QueueItem, delayMs?: number) {
    return this.#measured('send', () => this.#queue.send(item, delayMs));
  }

  receive(max: number, hiddenMs: number) {
    return this.#measured('receive', () => this.#queue.receive(max, hiddenMs));
  }

  isReady(): Promise<boolean> {
    return asked(this.#telling, 'queue', this.#queue);
  }

  async standing(): Promise<{ waiting: number; lateS: number }> {
    const { waiting, lateS } = await this.#queue.standing();
    this.#telling.stands('queueWaiting', waiting, {});
    this.#telling.stands('queueLateS', lateS, {});
    return { waiting, lateS };
  }

  #measured<T>(operation: Operation, work: () => Promise<T>): Promise<T> {
    return timed(work, (outcome, ms) => this.#telling.took('storage', ms, { operation, outcome }));
  }
}

/** 1 while it answers, 0 while it does not. */
async function asked(
  telling: Telling,
  service: 'tables' | 'queue',
  store: { isReady(): Promise<boolean> },
): Promise<boolean> {
  const isReady = await store.isReady();
  telling.stands('ready', isReady ? 1 : 0, { service });
  return isReady;
}
