import type { Context } from './context.ts';
import type { Change, KeyRange, Row, TableName, Tables } from './ports.ts';
import { SoundTables } from './sound.ts';

/** What is kept of one partition. */
interface Kept {
  /** The whole partition, once somebody asked for it. */
  whole?: Promise<Map<string, Row>>;
  rows: Map<string, Promise<Row | undefined>>;
  ranges: Map<string, Promise<Row[]>>;
}

/** So many partitions are kept; a round reads thousands, each once. */
const MOST_KEPT = 64;

const inRange = (key: string, { from, to }: KeyRange): boolean =>
  (from === undefined || key >= from) && (to === undefined || key < to);
const copy = (row: Row): Row => ({ ...row });

/**
 * Tables as one request, one turn or one message sees them: what was read is not read again, what it wrote itself
 * is known, and a lost race forgets the partition. ETags still decide every write, so an old reading can never
 * overwrite a new one. Nothing is kept beyond the request.
 */
export class ReadOnce implements Tables {
  readonly #tables: Tables;
  readonly #kept = new Map<string, Kept>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    const kept = this.#of(table, partition);
    if (kept.whole !== undefined) return kept.whole.then((rows) => seen(rows.get(key)));
    return once(kept.rows, key, () => this.#tables.find(table, partition, key)).then(seen);
  }

  async list(table: TableName, partition: string, range: KeyRange = {}): Promise<Row[]> {
    const kept = this.#of(table, partition);
    if (range.from === undefined && range.to === undefined && range.limit === undefined)
      if (kept.whole === undefined) kept.whole = this.#readWhole(table, partition, kept);
    if (kept.whole !== undefined) {
      const rows = [...(await kept.whole).values()].filter((row) => inRange(row.key, range));
      return rows
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, range.limit)
        .map(copy);
    }
    const rows = await once(kept.ranges, JSON.stringify(range), () =>
      this.#tables.list(table, partition, range),
    );
    return rows.map(copy);
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    try {
      const etags = await this.#tables.commit(table, partition, changes);
      await this.#note(this.#of(table, partition), changes, etags);
      return etags;
    } catch (error) {
      // Also where nobody knows whether it was written.
      this.#kept.delete(placeOf(table, partition));
      throw error;
    }
  }

  isReady(): Promise<boolean> {
    return this.#tables.isReady();
  }

  /** Takes in what was read of a partition in another way: there are these rows, and nothing under the other keys. */
  learn(table: TableName, partition: string, keys: readonly string[], rows: readonly Row[]): void {
    const kept = this.#of(table, partition);
    const there = new Map(rows.map((row) => [row.key, row]));
    for (const key of keys) if (!kept.rows.has(key)) kept.rows.set(key, Promise.resolve(there.get(key)));
  }

  /** From here on everything is read again. */
  forget(): void {
    this.#kept.clear();
  }

  #of(table: TableName, partition: string): Kept {
    const place = placeOf(table, partition);
    const kept = this.#kept.get(place) ?? { rows: new Map(), ranges: new Map() };
    // The one used last is the last to go.
    this.#kept.delete(place);
    this.#kept.set(place, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  async #readWhole(table: TableName, partition: string, kept: Kept): Promise<Map<string, Row>> {
    try {
      const rows = await this.#tables.list(table, partition);
      return new Map(rows.map((row) => [row.key, row]));
    } catch (error) {
      delete kept.whole;
      throw error;
    }
  }

  async #note(kept: Kept, changes: readonly Change[], etags: readonly string[]): Promise<void> {
    kept.ranges.clear();
    // A reading that failed is somebody else's trouble: this change is written.
    const whole = await kept.whole?.catch(() => undefined);
    changes.forEach((change, n) => {
      const row =
        change.op === 'remove' ? undefined : { key: change.key, etag: etags[n] ?? '', value: change.value };
      kept.rows.set(change.key, Promise.resolve(row));
      if (row) whole?.set(change.key, row);
      else whole?.delete(change.key);
    });
  }
}

const placeOf = (table: TableName, partition: string): string => `${table}/${partition}`;
const seen = (row: Row | undefined): Row | undefined => row && copy(row);

/** The same question twice is asked once; one that failed may be asked again. */
function once<R>(answers: Map<string, Promise<R>>, question: string, ask: () => Promise<R>): Promise<R> {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(question, answer);
  answer.catch(() => answers.delete(question));
  return answer;
}

/**
 * The same context for one request, turn or message, which opens each partition at most once and does not see what
 * cannot be read.
 */
export const readingOnce = (ctx: Context): Context => ({
  ...ctx,
  tables: new ReadOnce(new SoundTables(ctx.tables, ctx.log)),
});

/** Where a story must see what others wrote in the meantime: everything is read anew from here on. */
export function anew(ctx: Pick<Context, 'tables'>): void {
  if (ctx.tables instanceof ReadOnce) ctx.tables.forget();
}

/** What was read together is not read again one by one. */
export function learn(
  { tables }: Pick<Context, 'tables'>,
  place: { table: TableName; partition: string },
  keys: readonly string[],
  rows: readonly Row[],
): void {
  if (tables instanceof ReadOnce) tables.learn(place.table, place.partition, keys, rows);
}
