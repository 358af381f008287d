import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import type {
  Change,
  KeyRange,
  Queue,
  QueueItem,
  ReceivedItem,
  Row,
  TableName,
  Tables,
} from '#usecases/story/ports.ts';

export type Asked =
  | { does: 'find'; table: TableName; partition: string; key: string }
  | { does: 'list'; table: TableName; partition: string; range: KeyRange }
  | { does: 'commit'; table: TableName; partition: string; changes: readonly Change[] }
  | { does: 'send'; item: QueueItem }
  | { does: 'receive'; max: number };

/** One call, and when it began and ended in the order of all that happened: who overlapped can be told. */
export type Call = Asked & { began: number; ended: number };

/** What was asked of storage, in the order it was asked. */
export class CallLog {
  readonly calls: Call[] = [];
  #moment = 0;

  async note<R>(asked: Asked, answer: () => Promise<R>): Promise<R> {
    const call: Call = { ...asked, began: ++this.#moment, ended: Number.POSITIVE_INFINITY };
    this.calls.push(call);
    try {
      return await answer();
    } finally {
      call.ended = ++this.#moment;
    }
  }

  forget(): void {
    this.calls.length = 0;
  }

  count(...does: Call['does'][]): number {
    return this.calls.filter((call) => does.includes(call.does)).length;
  }

  /** Every find, list and commit. */
  get tables(): number {
    return this.count('find', 'list', 'commit');
  }

  /** One line per call: `find people person-1 settings`, `list cohorts pilot member_…`, `commit pairs p +goal_1`. */
  toString(): string {
    return this.calls.map(toLine).join('\n');
  }
}

const SIGNS = { create: '+', replace: '=', remove: '-' } as const;

function toLine(call: Asked): string {
  if (call.does === 'send') return `send ${call.item.table} ${call.item.partition} ${call.item.outbox}`;
  if (call.does === 'receive') return `receive ${call.max}`;
  const place = `${call.does} ${call.table} ${call.partition}`;
  if (call.does === 'find') return `${place} ${call.key}`;
  if (call.does === 'list') return `${place} ${toRange(call.range)}`;
  return `${place} ${call.changes.map(({ op, key }) => SIGNS[op] + key).join(' ')}`;
}

const toRange = ({ from, to, limit }: KeyRange): string =>
  `${from || to ? `${from ?? ''}…${to ?? ''}` : '*'}${limit === undefined ? '' : ` (${limit})`}`;

/** Tables that note what they are asked. */
class CountingTables implements Tables {
  readonly #tables: Tables;
  readonly log: CallLog;

  constructor(tables: Tables, log = new CallLog()) {
    this.#tables = tables;
    this.log = log;
  }

  find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    const asked = { does: 'find' as const, table, partition, key };
    return this.log.note(asked, () => this.#tables.find(table, partition, key));
  }

  list(table: TableName, partition: string, range: KeyRange = {}): Promise<Row[]> {
    const asked = { does: 'list' as const, table, partition, range };
    return this.log.note(asked, () => this.#tables.list(table, partition, range));
  }

  commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    const asked = { does: 'commit' as const, table, partition, changes };
    return this.log.note(asked, () => this.#tables.commit(table, partition, changes));
  }

  isReady(): Promise<boolean> {
    return this.#tables.isReady();
  }
}

/** A queue that notes what it is asked. */
class CountingQueue implements Queue {
  readonly #queue: Queue;
  readonly log: CallLog;

  constructor(queue: Queue, log = new CallLog()) {
    this.#queue = queue;
    this.log = log;
  }

  send(item: QueueItem, delayMs?: number): Promise<void> {
    return this.log.note({ does: 'send', item }, () => this.#queue.send(item, delayMs));
  }

  receive(max: number, hiddenMs: number): Promise<ReceivedItem[]> {
    return this.log.note({ does: 'receive', max }, () => this.#queue.receive(max, hiddenMs));
  }

  isReady(): Promise<boolean> {
    return this.#queue.isReady();
  }
}

/** The same surroundings, with everything that is asked of tables and queue in one log. */
export function counted(ctx: Context): { ctx: Context; log: CallLog } {
  const log = new CallLog();
  const tables = new CountingTables(ctx.tables, log);
  const queue = new CountingQueue(ctx.queue, log);
  const { clock } = ctx;
  const changes = new Changes({ tables, clock, log: ctx.log });
  return { ctx: { ...ctx, tables, queue, due: new Due(tables, clock), changes }, log };
}
