import { toInstant } from '#domain/basics/ids.ts';
import { fields, text, texts } from '#domain/basics/shape.ts';
import { type Clock, Conflict, type Tables } from './ports.ts';
import { setAside } from './sound.ts';

/** What a pointer carries: which work, and the ids it is about. */
export interface DueWork {
  noun: string;
  [id: string]: string;
}

export interface DuePointer {
  key: string;
  etag: string;
  at: string;
  work: DueWork;
}

/** Names a kind of work, and for the compiler the ids that a pointer to it carries. */
export interface DueNoun<Ids> {
  noun: string;
  readonly ids?: Ids;
}

/** Work, and when it falls due. */
export interface Point {
  atMs: number;
  work: DueWork;
}

/** For several pointers that are written together. */
export const pointTo = <Ids extends Record<string, string>>(
  atMs: number,
  { noun }: DueNoun<Ids>,
  ids: Ids,
): Point => ({ atMs, work: { ...ids, noun } });

function rowOf({ atMs, work: { noun, ...ids } }: Point) {
  const work = { noun, ...ids };
  const value = { at: toInstant(atMs), work };
  return { key: `${value.at}_${Object.values(work).join('_')}`, value };
}

const SHARD = '0';
/** Where pointers lie that cannot be read, for whoever runs the server. */
const ASIDE = 'aside';
const isPointer = fields<DuePointer>({
  ...{ key: text, etag: text, at: text },
  work: (work) => texts(work) && text((work as DueWork).noun),
});
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

  /** Points to work of a kind at a time in ms since 1970. Writing the same pointer twice is one pointer. */
  async point<Ids extends Record<string, string>>(atMs: number, noun: DueNoun<Ids>, ids: Ids): Promise<void> {
    await this.pointAll([pointTo(atMs, noun, ids)]);
  }

  /** Puts work that is known from its pointer off to another time. */
  async pointAgain(atMs: number, work: DueWork): Promise<void> {
    await this.pointAll([{ atMs, work }]);
  }

  /** Several pointers in one call, at most 100; those that are there already stay as they are. */
  async pointAll(points: readonly Point[]): Promise<void> {
    const rows = new Map(points.map(rowOf).map((row) => [row.key, row]));
    if (rows.size === 0) return;
    const changes = [...rows.values()].map((row) => ({ op: 'create' as const, ...row }));
    try {
      await this.#tables.commit('due', SHARD, changes);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (points.length > 1) for (const point of points) await this.pointAll([point]);
    }
  }

  /**
   * Soon, or where a message rests, at the moment named. Rounded up to whole seconds, so that a burst of changes in
   * one partition shares a pointer.
   */
  async pointToOutbox(table: string, partition: string, untilMs?: number): Promise<void> {
    const atMs = Math.ceil((untilMs ?? this.#clock.now() + OUTBOX_RECHECK_MS) / 1000) * 1000;
    await this.pointAgain(atMs, { noun: 'outbox', table, partition });
  }

  /** Pointers whose time has come, oldest first. */
  async list(limit = 100): Promise<DuePointer[]> {
    const rows = await this.#tables.list('due', SHARD, { to: `${toInstant(this.#clock.now())}\``, limit });
    const pointers = rows.map(({ key, etag, value }) => ({
      ...(value as Pick<DuePointer, 'at' | 'work'>),
      key,
      etag,
    }));
    for (const bad of pointers.filter((pointer) => !isPointer(pointer))) await this.#putAside(bad);
    return pointers.filter(isPointer);
  }

  /** A pointer that cannot be read must not stand before the others for ever; its key says what it was about. */
  async #putAside(pointer: DuePointer): Promise<void> {
    setAside.note(`due/${ASIDE}/${pointer.key}`);
    try {
      await this.#tables.commit('due', ASIDE, [{ op: 'create', key: pointer.key, value: {} }]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
    await this.remove(pointer);
  }

  async remove(pointer: DuePointer): Promise<void> {
    try {
      await this.#tables.commit('due', SHARD, [{ op: 'remove', key: pointer.key, etag: pointer.etag }]);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
