import { createHash } from 'node:crypto';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { type Change, Conflict, type Row } from '#usecases/story/ports.ts';

/** What is known of something that must happen once: new, under way elsewhere, or done. */
export type Sight = 'first' | 'busy' | 'done';

interface Mark {
  id: string;
  state: 'begun' | 'done';
  atMs: number;
}

/** After this long, work that was begun and never finished may be begun again: the server went down meanwhile. */
const LOST_AFTER_MS = 10_000;
/** Four hex digits: 65,536 places, reused, so that the table never grows beyond them. */
const DIGITS = 4;

const placeOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, DIGITS);

/**
 * Remembers what was answered, in rows of `lookups`. An id lives in one of a fixed number of places and stays
 * until another id needs the same place; repeats come within seconds, so old ones may go.
 */
export class Seen {
  readonly #ctx: Context;
  readonly #kind: string;

  constructor(ctx: Context, kind: 'activity' | 'press') {
    this.#ctx = ctx;
    this.#kind = `seen_${kind}`;
  }

  /** Begins `id`: exactly one of all who ask at once gets `first`. */
  begin(id: string): Promise<Sight> {
    return retrying(() => this.#begin(id));
  }

  async #begin(id: string): Promise<Sight> {
    const key = placeOf(id);
    const atMs = this.#ctx.clock.now();
    const row = await this.#ctx.tables.find('lookups', this.#kind, key);
    const mark = row?.value as Mark | undefined;
    if (mark?.id === id && mark.state === 'done') return 'done';
    if (mark?.id === id && atMs - mark.atMs < LOST_AFTER_MS) return 'busy';
    const value: Mark = { id, state: 'begun', atMs };
    const change: Change = row ? { op: 'replace', key, value, etag: row.etag } : { op: 'create', key, value };
    await this.#ctx.tables.commit('lookups', this.#kind, [change]);
    return 'first';
  }

  /** From now on `id` is `done`. */
  async finish(id: string): Promise<void> {
    await this.#write(id, (row) => ({
      op: 'replace',
      key: row.key,
      etag: row.etag,
      value: { id, state: 'done', atMs: this.#ctx.clock.now() } satisfies Mark,
    }));
  }

  /** Nothing came of it: it may be tried again at once. */
  async release(id: string): Promise<void> {
    await this.#write(id, (row) => ({ op: 'remove', key: row.key, etag: row.etag }));
  }

  async #write(id: string, changeOf: (row: Row) => Change): Promise<void> {
    const row = await this.#ctx.tables.find('lookups', this.#kind, placeOf(id));
    if (!row || (row.value as Mark).id !== id) return;
    try {
      await this.#ctx.tables.commit('lookups', this.#kind, [changeOf(row)]);
    } catch (error) {
      // Another id took the place meanwhile: this one is only forgotten earlier.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
