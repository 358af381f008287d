import { toInstant } from '#domain/basics/ids.ts';
import type { Context } from './context.ts';
import type { Change, KeyRange, Row, TableName, Value } from './ports.ts';
import type { CohortsRows, Message, Outbox, PairsRows, PeopleRows } from './rows.ts';

interface RowsOf {
  people: PeopleRows;
  pairs: PairsRows;
  cohorts: CohortsRows;
}

type Kind<T extends keyof RowsOf> = keyof RowsOf[T] & string;

export const keyOf = (kind: string, id: string | number = ''): string => (id === '' ? kind : `${kind}_${id}`);
/** Keys of one kind: `_` is followed by `` ` `` in ordinal order. */
export const rangeOf = (kind: string): KeyRange => ({ from: `${kind}_`, to: `${kind}\`` });

/**
 * One partition, read once, changed in memory, written in one transaction with what must be told afterwards.
 * A lost race throws `Conflict` from `commit` and nothing is written.
 */
export class Partition<T extends keyof RowsOf> {
  readonly table: T;
  readonly id: string;
  readonly #ctx: Context;
  readonly #rows: Map<string, Row>;
  readonly #changes = new Map<string, Change>();
  readonly #outbox: string[] = [];

  private constructor(ctx: Context, table: T, id: string, rows: Row[]) {
    this.#ctx = ctx;
    this.table = table;
    this.id = id;
    this.#rows = new Map(rows.map((row) => [row.key, row]));
  }

  /** Reads the whole partition, or only the named kinds (one range query each, in parallel). */
  static async open<T extends keyof RowsOf>(
    ctx: Context,
    table: T,
    id: string,
    kinds?: readonly Kind<T>[],
  ): Promise<Partition<T>> {
    if (!kinds) return new Partition(ctx, table, id, await ctx.tables.list(table, id));
    const lists = await Promise.all(
      kinds.map(async (kind) => {
        const [own, many] = await Promise.all([
          ctx.tables.find(table, id, kind),
          ctx.tables.list(table, id, rangeOf(kind)),
        ]);
        return own ? [own, ...many] : many;
      }),
    );
    return new Partition(ctx, table, id, lists.flat());
  }

  /** Reads only the named rows. */
  static async pick<T extends keyof RowsOf>(
    ctx: Context,
    table: T,
    id: string,
    rows: readonly (readonly [kind: Kind<T>, id?: string])[],
  ): Promise<Partition<T>> {
    const found = await Promise.all(rows.map(([kind, of]) => ctx.tables.find(table, id, keyOf(kind, of))));
    return new Partition(
      ctx,
      table,
      id,
      found.filter((row) => row !== undefined),
    );
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  /** The row as it will stand after the commit, or undefined. Its `etag` is empty when it is not written yet. */
  find<K extends Kind<T>>(kind: K, id: string | number = ''): Row<RowsOf[T][K] & Value> | undefined {
    return this.#rows.get(keyOf(kind, id)) as Row<RowsOf[T][K] & Value> | undefined;
  }

  /** Every row of a kind with its id (the part after the kind), ordered by key. */
  list<K extends Kind<T>>(kind: K): { id: string; etag: string; value: RowsOf[T][K] }[] {
    const prefix = `${kind}_`;
    return [...this.#rows.values()]
      .filter((row) => row.key.startsWith(prefix))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((row) => ({ id: row.key.slice(prefix.length), etag: row.etag, value: row.value as RowsOf[T][K] }));
  }

  /** Insert-once: the commit throws `Conflict` when the row exists. */
  create<K extends Kind<T>>(kind: K, id: string | number, value: RowsOf[T][K] & Value): void {
    const key = keyOf(kind, id);
    this.#changes.set(key, { op: 'create', key, value });
    this.#rows.set(key, { key, etag: '', value });
  }

  /** Replaces the row as it was read (or as `etag` says, when the caller saw an older one); creates it when absent. */
  put<K extends Kind<T>>(kind: K, id: string | number, value: RowsOf[T][K] & Value, etag?: string): void {
    const key = keyOf(kind, id);
    const known = this.#rows.get(key);
    if (!known || this.#changes.get(key)?.op === 'create') return this.create(kind, id, value);
    const etagSeen = etag ?? known.etag;
    this.#changes.set(key, { op: 'replace', key, value, etag: etagSeen });
    this.#rows.set(key, { key, etag: known.etag, value });
  }

  remove<K extends Kind<T>>(kind: K, id: string | number = ''): void {
    const key = keyOf(kind, id);
    const known = this.#rows.get(key);
    if (!known) return;
    if (known.etag) this.#changes.set(key, { op: 'remove', key, etag: known.etag });
    else this.#changes.delete(key);
    this.#rows.delete(key);
  }

  /** Puts a message in the outbox of the same transaction. */
  tell(message: Message): void {
    const key = keyOf('outbox', this.#ctx.ids.next('outbox'));
    const value: Outbox = { message, at: toInstant(this.#ctx.clock.now()) };
    this.#outbox.push(key);
    this.#changes.set(key, { op: 'create', key, value });
  }

  /**
   * Writes everything in one transaction, then hands the outbox to the queue. A crash between the two loses
   * nothing: a due pointer, written first, makes the tick look again.
   */
  async commit(): Promise<void> {
    const changes = [...this.#changes.values()];
    if (changes.length === 0) return;
    if (this.#outbox.length > 0) await this.#ctx.due.pointToOutbox(this.table, this.id);
    const etags = await this.#ctx.tables.commit(this.table as TableName, this.id, changes);
    changes.forEach((change, n) => {
      const row = this.#rows.get(change.key);
      if (row) row.etag = etags[n] ?? '';
    });
    const told = this.#outbox.splice(0);
    this.#changes.clear();
    for (const outbox of told) await this.#ctx.queue.send({ table: this.table, partition: this.id, outbox });
  }
}

/** Loads, decides and commits again while somebody else is faster; gives up with `Conflict` after `tries`. */
export async function retrying<R>(story: () => Promise<R>, tries = 5): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await story();
    } catch (error) {
      if (!(error instanceof Error && error.name === 'Conflict') || attempt >= tries) throw error;
    }
  }
}
