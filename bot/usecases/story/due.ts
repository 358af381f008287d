import { toInstant } from '#domain/basics/ids.ts';
import type { Clock, Tables } from './ports.ts';
import { Conflict } from './ports.ts';

/** What falls due. A pointer only says *look*: whether anything is to be done is decided from the rows. */
export type DueWork =
  | { noun: 'outbox'; table: string; partition: string }
  | { noun: 'introduction'; pair: string }
  | { noun: 'feedback'; pair: string; occurrence: string };

export interface DuePointer {
  key: string;
  etag: string;
  at: string;
  work: DueWork;
}

const SHARD = '0';
/** How long after a change its outbox is looked at again, and from then on repeatedly. */
export const OUTBOX_RECHECK_MS = 30_000;

/** The table `due`: pointers written *before* the change they belong to; one without a row is harmless. */
export class Due {
  readonly #tables: Tables;
  readonly #clock: Clock;

  constructor(tables: Tables, clock: Clock) {
    this.#tables = tables;
    this.#clock = clock;
  }

  /** Points to `work` at a time in ms since 1970. Writing the same pointer twice is one pointer. */
  async point(atMs: number, work: DueWork): Promise<void> {
    const id = Object.values(work).join('_');
    const value = { at: toInstant(atMs), work };
    try {
      await this.#tables.commit('due', SHARD, [{ op: 'create', key: `${value.at}_${id}`, value }]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }

  /** Rounded up to whole seconds, so that a burst of changes in one partition shares a pointer. */
  async pointToOutbox(table: string, partition: string): Promise<void> {
    const atMs = Math.ceil((this.#clock.now() + OUTBOX_RECHECK_MS) / 1000) * 1000;
    await this.point(atMs, { noun: 'outbox', table, partition });
  }

  /** Pointers whose time has come, oldest first. */
  async list(limit = 100): Promise<DuePointer[]> {
    const rows = await this.#tables.list('due', SHARD, { to: `${toInstant(this.#clock.now())}\``, limit });
    return rows.map((row) => ({
      key: row.key,
      etag: row.etag,
      ...(row.value as { at: string; work: DueWork }),
    }));
  }

  async remove(pointer: DuePointer): Promise<void> {
    try {
      await this.#tables.commit('due', SHARD, [{ op: 'remove', key: pointer.key, etag: pointer.etag }]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
