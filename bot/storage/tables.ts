import {
  odata,
  RestError,
  TableClient,
  TableServiceClient,
  type TransactionAction,
} from '@azure/data-tables';
import {
  type Change,
  Conflict,
  type KeyRange,
  type PlacedRow,
  type Row,
  type Scan,
  TABLES,
  type TableName,
  type Tables,
  TooLarge,
} from '#usecases/story/ports.ts';
import { agentOf, isEmulator, READY_TIMEOUT_MS, type StorageAccount } from './account.ts';
import { type StoredChange, toStoredChanges } from './changes.ts';
import { toValue } from './entity.ts';
import { inTime, TABLE_RETRIES } from './inTime.ts';
import { escapeKey, unescapeKey } from './keys.ts';
import { addEtagsOfRemovals, withEtagsOfRemovals } from './removals.ts';

const LARGEST_PAGE = 1_000;

/**
 * The ports `Tables` and `Scan` over Azure Tables. Tables are named `<prefix><name>`, e.g. `turntablepeople`. Odd keys are
 * ordered by their escape. An answer that is lost on the way may look like a lost race: load and look again.
 */
export class AzureTables implements Tables, Scan {
  readonly #clients: Record<TableName, TableClient>;
  readonly #service: TableServiceClient;
  readonly #answered = inTime();

  constructor(account: StorageAccount, prefix = 'turntable') {
    const options = {
      ...{ agent: agentOf(account), allowInsecureConnection: isEmulator(account) },
      retryOptions: TABLE_RETRIES,
    };
    const client = (name: TableName) =>
      'connectionString' in account
        ? TableClient.fromConnectionString(account.connectionString, prefix + name, options)
        : new TableClient(account.tablesUrl, prefix + name, account.credential, options);
    this.#clients = Object.fromEntries(TABLES.map((name) => [name, client(name)])) as Record<
      TableName,
      TableClient
    >;
    for (const name of TABLES) addEtagsOfRemovals(this.#clients[name]);
    this.#service =
      'connectionString' in account
        ? TableServiceClient.fromConnectionString(account.connectionString, options)
        : new TableServiceClient(account.tablesUrl, account.credential, options);
  }

  /** Makes the tables that are missing. */
  async createTables(): Promise<void> {
    await Promise.all(TABLES.map((name) => this.#clients[name].createTable()));
  }

  async find(table: TableName, partition: string, key: string): Promise<Row | undefined> {
    try {
      const entity = await this.#answered((abortSignal) =>
        this.#clients[table].getEntity(escapeKey(partition), escapeKey(key), { abortSignal }),
      );
      return { key, etag: plainEtag(entity.etag), value: toValue(entity) };
    } catch (error) {
      if (isGone(error)) return undefined;
      throw translate(error, `${table}/${partition}`);
    }
  }

  async list(table: TableName, partition: string, range: KeyRange = {}): Promise<Row[]> {
    const limit = range.limit ?? Number.POSITIVE_INFINITY;
    const rows: Row[] = [];
    let next: string | undefined;
    while (rows.length < limit) {
      const page = await this.#page(table, toFilter(partition, range), Math.min(limit, LARGEST_PAGE), next);
      for (const entity of page ?? []) {
        rows.push({
          key: unescapeKey(entity.rowKey ?? ''),
          etag: plainEtag(entity.etag),
          value: toValue(entity),
        });
      }
      next = page?.continuationToken;
      if (!next) break;
    }
    return rows.slice(0, limit);
  }

  /** Each page has a time of its own: a long list is not away. */
  async #page(table: TableName, filter: string, maxPageSize: number, continuationToken = '') {
    try {
      return await this.#answered(async (abortSignal) => {
        const settings = { maxPageSize, ...(continuationToken && { continuationToken }) };
        const all = this.#clients[table].listEntities({
          queryOptions: { ...(filter && { filter }) },
          abortSignal,
        });
        const { value } = await all.byPage(settings).next();
        return value;
      });
    } catch (error) {
      throw translate(error, 'a list');
    }
  }

  async page(table: TableName, after: string, key = ''): Promise<{ rows: PlacedRow[]; next: string }> {
    const filter = key === '' ? '' : odata`RowKey eq ${escapeKey(key)}`;
    const page = await this.#page(table, filter, LARGEST_PAGE, after);
    const rows = [...(page ?? [])].map((entity) => ({
      partition: unescapeKey(entity.partitionKey ?? ''),
      key: unescapeKey(entity.rowKey ?? ''),
      etag: plainEtag(entity.etag),
      value: toValue(entity),
    }));
    return { rows, next: page?.continuationToken ?? '' };
  }

  async commit(table: TableName, partition: string, changes: readonly Change[]): Promise<string[]> {
    const where = `${table}/${partition}`;
    const foreign = changes.find((change) => change.op !== 'create' && !isOurEtag(change.etag));
    if (foreign) throw new Conflict(`${where}/${foreign.key}`);
    const stored = toStoredChanges(where, changes).map(withWireEtag);
    try {
      const [only, second] = stored;
      const client = this.#clients[table];
      if (only && !second)
        return [await this.#answered((signal) => commitOne(client, escapeKey(partition), only, signal))];
      const actions = stored.map((change) => toAction(escapeKey(partition), change));
      const etags = stored.flatMap((change) => (change.op === 'remove' ? [change.etag] : []));
      const { subResponses } = await withEtagsOfRemovals(etags, () =>
        this.#answered((abortSignal) => client.submitTransaction(actions, { abortSignal })),
      );
      return stored.map((change, n) => (change.op === 'remove' ? '' : plainEtag(subResponses[n]?.etag)));
    } catch (error) {
      throw translate(error, where);
    }
  }

  async isReady(): Promise<boolean> {
    try {
      const abortSignal = AbortSignal.timeout(READY_TIMEOUT_MS);
      const tables = this.#service.listTables({ abortSignal }).byPage({ maxPageSize: LARGEST_PAGE });
      const names = new Set<string>();
      for await (const page of tables) for (const { name } of page) names.add(name ?? '');
      return TABLES.every((name) => names.has(this.#clients[name].tableName));
    } catch {
      // Whatever the reason: it does not answer now, and that is the answer.
      return false;
    }
  }
}

/** ETags travel through HTTP headers of our own, so rows carry them without `W/` and quotes. */
const plainEtag = (etag = ''): string => etag.replace(/^W\/"|"$/g, '');
/** Anything else was never handed out here; `*` and the empty one would even write without looking. */
const isOurEtag = (etag: string): boolean => /^datetime'[\w%:.-]+'$/.test(etag);
const withWireEtag = (change: StoredChange): StoredChange =>
  change.op === 'create' ? change : { ...change, etag: `W/"${change.etag}"` };

function toFilter(partition: string, range: KeyRange): string {
  const parts = [odata`PartitionKey eq ${escapeKey(partition)}`];
  if (range.from) parts.push(odata`RowKey ge ${escapeKey(range.from)}`);
  if (range.to !== undefined) parts.push(odata`RowKey lt ${escapeKey(range.to)}`);
  return parts.join(' and ');
}

async function commitOne(
  client: TableClient,
  partitionKey: string,
  change: StoredChange,
  abortSignal: AbortSignal,
): Promise<string> {
  if (change.op === 'remove') {
    await client.deleteEntity(partitionKey, change.key, { etag: change.etag, abortSignal });
    return '';
  }
  const entity = { ...change.properties, partitionKey, rowKey: change.key };
  const written =
    change.op === 'create'
      ? await client.createEntity(entity, { abortSignal })
      : await client.updateEntity(entity, 'Replace', { etag: change.etag, abortSignal });
  return plainEtag(written.etag);
}

function toAction(partitionKey: string, change: StoredChange): TransactionAction {
  if (change.op === 'remove') {
    return ['delete', { partitionKey, rowKey: change.key }];
  }
  const entity = { ...change.properties, partitionKey, rowKey: change.key };
  return change.op === 'create' ? ['create', entity] : ['update', entity, 'Replace', { etag: change.etag }];
}

interface ODataDetails {
  odataError?: { code?: string };
}

const codeOf = (error: RestError): string =>
  (error.details as ODataDetails | undefined)?.odataError?.code ?? error.code ?? '';

/** The row is not there; a missing table is another matter. */
const isGone = (error: unknown): boolean =>
  error instanceof RestError && error.statusCode === 404 && !codeOf(error).startsWith('Table');

function translate(error: unknown, where: string): unknown {
  if (!(error instanceof RestError)) return error;
  const code = codeOf(error);
  if (/TooLarge|TooManyProperties/.test(code) || error.statusCode === 413) return new TooLarge(where);
  const isLostRace =
    error.statusCode === 412 || (error.statusCode === 409 && !code.startsWith('Table')) || isGone(error);
  return isLostRace ? new Conflict(where) : error;
}
