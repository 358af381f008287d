import type { Outbox } from '#domain/all/messages.ts';
import { type Change, Conflict, type QueueItem, type Row, type TableName, type Tables } from './ports.ts';

/** Only tables of truth have an outbox. */
type Place = Pick<QueueItem, 'table' | 'partition'>;

export async function findOutbox(tables: Tables, item: QueueItem): Promise<Row<Outbox> | undefined> {
  return (await tables.find(item.table, item.partition, item.outbox)) as Row<Outbox> | undefined;
}

export async function listOutbox(tables: Tables, { table, partition }: Place): Promise<Row<Outbox>[]> {
  return (await tables.list(table, partition, { from: 'outbox_', to: 'outbox`' })) as Row<Outbox>[];
}

/** Its work is done; nothing where somebody else did the same work and was faster. */
export async function removeOutbox(tables: Tables, item: QueueItem, etag: string): Promise<void> {
  const change: Change = { op: 'remove', key: item.outbox, etag };
  try {
    await tables.commit(item.table as TableName, item.partition, [change]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
