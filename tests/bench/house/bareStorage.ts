import { odata, TableClient, type TransactionAction } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { toStoredChanges } from '#storage/changes.ts';
import { escapeKey } from '#storage/keys.ts';
import type { Call } from '#tests/fakes/counting.ts';
import { type Change, TABLES, type TableName } from '#usecases/story/ports.ts';

/** One call of an SDK and nothing around it. */
type Ask = () => Promise<unknown>;
/** Calls that go out together, then the next ones. */
export type Replay = () => Promise<void>;

const SCRATCH = 'scratch';
let rows = 0;

/** Azure's own clients, asked what the product asked: the same rows are read, rows of the same size are written. */
export class BareStorage {
  readonly #tables: Record<TableName, TableClient>;
  readonly #queue: QueueClient;
  readonly #touched = new Set<TableName>();

  constructor({ connectionString }: { connectionString: string }, name: string) {
    const options = { allowInsecureConnection: true };
    this.#tables = Object.fromEntries(
      TABLES.map((table) => [
        table,
        TableClient.fromConnectionString(connectionString, name + table, options),
      ]),
    ) as Record<TableName, TableClient>;
    this.#queue = new QueueClient(connectionString, `${name}-scratch`);
  }

  /** The same calls again, those that overlapped at the same time. */
  async replay(calls: readonly Call[]): Promise<Replay> {
    await this.#queue.createIfNotExists();
    const waves = wavesOf(calls).map((wave) => wave.map((call) => this.#toAsk(call)));
    return async () => {
      for (const wave of waves) await Promise.all(wave.map((ask) => ask()));
    };
  }

  /** Where scratch rows were written, once. */
  touched(): { table: TableName; partition: string }[] {
    const touched = [...this.#touched].map((table) => ({ table, partition: SCRATCH }));
    this.#touched.clear();
    return touched;
  }

  #toAsk(call: Call): Ask {
    if (call.does === 'receive') return () => this.#queue.receiveMessages({ numberOfMessages: call.max });
    if (call.does === 'send') {
      const text = Buffer.from(JSON.stringify(call.item)).toString('base64');
      return () => this.#queue.sendMessage(text, { messageTimeToLive: -1 });
    }
    const client = this.#tables[call.table];
    const partition = escapeKey(call.partition);
    if (call.does === 'find') {
      const key = escapeKey(call.key);
      return () => client.getEntity(partition, key).catch(() => undefined);
    }
    if (call.does === 'list') {
      const { from, to } = call.range;
      const filter = [
        odata`PartitionKey eq ${partition}`,
        ...(from ? [odata`RowKey ge ${escapeKey(from)}`] : []),
        ...(to ? [odata`RowKey lt ${escapeKey(to)}`] : []),
      ].join(' and ');
      return () => readAll(client, filter);
    }
    return this.#toWrite(client, call.table, call.changes);
  }

  #toWrite(client: TableClient, table: TableName, changes: readonly Change[]): Ask {
    const stored = toStoredChanges(table, changes).map((change) => ({
      isNew: change.op === 'create',
      key: change.key,
      properties: 'properties' in change ? change.properties : {},
    }));
    const entities = () =>
      stored.map(({ isNew, key, properties }) => ({
        ...{ isNew, partitionKey: SCRATCH, ...properties },
        rowKey: isNew ? `${key}_${++rows}` : key,
      }));
    return async () => {
      this.#touched.add(table);
      const [only, ...more] = entities();
      if (!only) return;
      if (more.length > 0)
        return client.submitTransaction(
          [only, ...more].map(
            ({ isNew, ...entity }): TransactionAction =>
              isNew ? ['create', entity] : ['upsert', entity, 'Replace'],
          ),
        );
      const { isNew, ...entity } = only;
      return isNew ? client.createEntity(entity) : client.upsertEntity(entity, 'Replace');
    };
  }
}

async function readAll(client: TableClient, filter: string): Promise<object[]> {
  const found: object[] = [];
  for await (const entity of client.listEntities({ queryOptions: { filter } })) found.push(entity);
  return found;
}

function wavesOf(calls: readonly Call[]): Call[][] {
  const waves: Call[][] = [];
  let ended = 0;
  for (const call of calls) {
    const wave = waves.at(-1);
    if (wave && call.began < ended) wave.push(call);
    else waves.push([call]);
    ended = Math.max(ended, call.ended);
  }
  return waves;
}
