import type { Message, Outbox } from '#domain/all/messages.ts';
import type { RowsOf } from '#domain/all/rows.ts';
import { toInstant } from '#domain/basics/ids.ts';
import type { Context } from './context.ts';
import { type Change, Conflict, type Row, type Value } from './ports.ts';
import { anew } from './readOnce.ts';
import { findRow, type Kind, keyOf, listRows } from './rows.ts';

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

  /** Everything of a person or a pair, or of the concerns that one person raised or was given, with one query. */
  static async open<T extends 'people' | 'pairs' | 'concerns'>(
    ctx: Context,
    table: T,
    id: string,
  ): Promise<Partition<T>> {
    return new Partition(ctx, table, id, await ctx.tables.list(table, id));
  }

  /** A partition that nobody has written yet; a commit throws `Conflict` when somebody has. */
  static blank<T extends keyof RowsOf>(ctx: Context, table: T, id: string): Partition<T> {
    return new Partition(ctx, table, id, []);
  }

  /** Of a cohort only the named kinds, one query each, in parallel: it may have thousands of members. */
  static async openCohort(
    ctx: Context,
    id: string,
    kinds: readonly Kind<'cohorts'>[],
  ): Promise<Partition<'cohorts'>> {
    const lists = await Promise.all([...new Set(kinds)].map((kind) => listRows(ctx, 'cohorts', id, kind)));
    return new Partition<'cohorts'>(ctx, 'cohorts', id, lists.flat());
  }

  /** Of a cohort only the named rows. */
  static async pick(
    ctx: Context,
    id: string,
    rows: readonly (readonly [kind: Kind<'cohorts'>, id?: string])[],
  ): Promise<Partition<'cohorts'>> {
    const found = await Promise.all(rows.map(([kind, of]) => findRow(ctx, 'cohorts', id, kind, of)));
    return new Partition<'cohorts'>(
      ctx,
      'cohorts',
      id,
      found.filter((row) => row !== undefined),
    );
  }

  /** Reads further kinds of a cohort into the same transaction. */
  async also(kinds: readonly Kind<'cohorts'>[]): Promise<this> {
    const more = await Partition.openCohort(this.#ctx, this.id, kinds);
    for (const [key, row] of more.#rows) if (!this.#changes.has(key)) this.#rows.set(key, row);
    return this;
  }

  /** Reads further rows of a cohort into the same transaction. */
  async alsoRows(rows: readonly (readonly [kind: Kind<'cohorts'>, id?: string])[]): Promise<this> {
    const more = await Partition.pick(this.#ctx, this.id, rows);
    for (const [key, row] of more.#rows) if (!this.#changes.has(key)) this.#rows.set(key, row);
    return this;
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

  /** Every row, whatever its kind. */
  rows(): { key: string; kind: Kind<T>; id: string; value: RowsOf[T][Kind<T>] & Value }[] {
    return [...this.#rows.values()].map(({ key, value }) => {
      const [kind = ''] = key.split('_');
      return {
        key,
        kind: kind as Kind<T>,
        id: key.slice(kind.length + 1),
        value: value as RowsOf[T][Kind<T>] & Value,
      };
    });
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
    if (!known || this.#changes.get(key)?.op === 'create') {
      this.create(kind, id, value);
      return;
    }
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
    const etags = await this.#ctx.tables.commit(this.table, this.id, changes);
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
export async function retrying<R>(ctx: Context, story: () => Promise<R>, tries = 5): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await story();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= tries) throw error;
      anew(ctx);
    }
  }
}
