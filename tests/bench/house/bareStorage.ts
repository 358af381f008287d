import { odata, TableClient, type TransactionAction } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { type StoredChange, toStoredChanges } from '#storage/changes.ts';
import { escapeKey } from '#storage/keys.ts';
import type { Call } from '#tests/fakes/counting.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { type Change, TABLES, type TableName } from '#usecases/story/ports.ts';

/** One call of an SDK and nothing around it. */
type Ask = () => Promise<unknown>;
/** Calls that go out together, then the next ones. */
export type Replay = () => Promise<void>;

const SCRATCH = 'scratch';
let rows = 0;

/** Azure's own clients, asked what the product asked: the same rows are read, rows of the same size are written. */
export class BareStorage {
  readonly #isMirror: boolean;
  readonly #tables: Record<TableName, TableClient>;
  readonly #queue: QueueClient;
  readonly #touched = new Set<TableName>();

  /** `isMirror`: tables of its own, in which the product's rows stand where they stand with the product. */
  constructor(
    { connectionString }: { connectionString: string },
    name: string,
    { isMirror = false }: { isMirror?: boolean } = {},
  ) {
    this.#isMirror = isMirror;
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

  /** The same calls of tables again, so many at once; one that failed for the product fails here as well. */
  async repeat(calls: readonly Call[], limit: number): Promise<void> {
    const asks = calls
      .filter(({ does }) => does !== 'send' && does !== 'receive')
      .map((call) => this.#toAsk(call));
    await inParallel(asks, (ask) => ask().catch(() => undefined), limit);
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
      const { from, to, limit } = call.range;
      const filter = [
        odata`PartitionKey eq ${partition}`,
        ...(from ? [odata`RowKey ge ${escapeKey(from)}`] : []),
        ...(to ? [odata`RowKey lt ${escapeKey(to)}`] : []),
      ].join(' and ');
      return () => readAll(client, filter, limit);
    }
    return this.#isMirror
      ? toSameWrite(client, partition, toStoredChanges(call.table, call.changes))
      : this.#toWrite(client, call.table, call.changes);
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

const LARGEST_PAGE = 1_000;

async function readAll(client: TableClient, filter: string, limit = Number.POSITIVE_INFINITY) {
  const found: object[] = [];
  const pages = client
    .listEntities({ queryOptions: { filter } })
    .byPage({ maxPageSize: Math.min(limit, LARGEST_PAGE) });
  for await (const page of pages) {
    found.push(...page);
    if (found.length >= limit) break;
  }
  return found;
}

/** The same rows at the same place, whatever stood there. */
function toSameWrite(client: TableClient, partitionKey: string, changes: readonly StoredChange[]): Ask {
  const actions = changes.map((change): TransactionAction => {
    const keys = { partitionKey, rowKey: change.key };
    if (change.op === 'remove') return ['delete', keys];
    const entity = { ...change.properties, ...keys };
    return change.op === 'create' ? ['create', entity] : ['upsert', entity, 'Replace'];
  });
  const [only, ...more] = actions;
  if (!only) return async () => undefined;
  if (more.length > 0) return () => client.submitTransaction(actions);
  if (only[0] === 'delete') return () => client.deleteEntity(partitionKey, only[1].rowKey);
  return () =>
    only[0] === 'create' ? client.createEntity(only[1]) : client.upsertEntity(only[1], 'Replace');
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
