import type { Outbox } from '#domain/all/messages.ts';
import { toInstant } from '#domain/basics/ids.ts';
import type { Context } from './context.ts';
import { OUTBOX_RECHECK_MS } from './due.ts';
import { type Change, Conflict, type QueueItem, type Row, type TableName, type Tables } from './ports.ts';

/** Only tables of truth have an outbox. */
type Place = Pick<QueueItem, 'table' | 'partition'>;

export async function findOutbox(tables: Tables, item: QueueItem): Promise<Row<Outbox> | undefined> {
  return (await tables.find(item.table, item.partition, item.outbox)) as Row<Outbox> | undefined;
}

export async function listOutbox(tables: Tables, { table, partition }: Place): Promise<Row<Outbox>[]> {
  return (await tables.list(table, partition, { from: 'outbox_', to: 'outbox`' })) as Row<Outbox>[];
}

/**
 * Lets a message rest until a moment, however far away: a pointer, written first, looks then, and until then the row
 * is too young to be looked at again. Nothing where somebody else did the same and was faster.
 */
export async function postponeOutbox(
  { due, tables }: Pick<Context, 'due' | 'tables'>,
  item: QueueItem,
  { row, untilMs }: { row: Row<Outbox>; untilMs: number },
): Promise<void> {
  await due.pointToOutbox(item.table, item.partition, untilMs);
  const value: Outbox = { ...row.value, at: toInstant(untilMs - OUTBOX_RECHECK_MS) };
  await unlessOvertaken(tables, item, { op: 'replace', key: item.outbox, value, etag: row.etag });
}

/**
 * Says that the work of a message goes on, so that nobody takes it for left behind. False where somebody else is doing
 * the same: then it is theirs.
 */
export async function renewOutbox(
  { clock, due, tables }: Pick<Context, 'clock' | 'due' | 'tables'>,
  item: QueueItem,
  row: Row<Outbox>,
): Promise<boolean> {
  await due.pointToOutbox(item.table, item.partition);
  const value: Outbox = { ...row.value, at: toInstant(clock.now()) };
  return unlessOvertaken(tables, item, { op: 'replace', key: item.outbox, value, etag: row.etag });
}

/** Its work is done; nothing where somebody else did the same work and was faster. */
export async function removeOutbox(tables: Tables, item: QueueItem, etag: string): Promise<void> {
  await unlessOvertaken(tables, item, { op: 'remove', key: item.outbox, etag });
}

async function unlessOvertaken(tables: Tables, item: QueueItem, change: Change): Promise<boolean> {
  try {
    await tables.commit(item.table as TableName, item.partition, [change]);
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}
