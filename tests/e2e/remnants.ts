import { TableClient, TableServiceClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import type { Local } from '#local/startLocal.ts';

const INSECURE = { allowInsecureConnection: true };
/** What a queue hands out at a time. */
const MOST_MESSAGES = 32;

interface Stored {
  /** The table and its row, or the queue and its message. */
  place: string;
  text: string;
}

/** Every row of every table of the account, whoever made it, the machinery's own too. */
async function rowsOf({ connectionString }: Local): Promise<Stored[]> {
  const found: Stored[] = [];
  const service = TableServiceClient.fromConnectionString(connectionString, INSECURE);
  for await (const { name = '' } of service.listTables()) {
    const table = TableClient.fromConnectionString(connectionString, name, INSECURE);
    for await (const row of table.listEntities())
      found.push({ place: `${name}/${row.partitionKey}/${row.rowKey}`, text: JSON.stringify(row) });
  }
  return found;
}

/** Every message of every queue that could be received, those put aside too. */
async function messagesOf({ connectionString }: Local): Promise<Stored[]> {
  const found: Stored[] = [];
  const service = QueueServiceClient.fromConnectionString(connectionString);
  for await (const { name } of service.listQueues()) {
    const queue = service.getQueueClient(name);
    const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: MOST_MESSAGES });
    for (const { messageId, messageText } of peekedMessageItems)
      found.push({ place: `${name}/${messageId}`, text: Buffer.from(messageText, 'base64').toString() });
  }
  return found;
}

/** Where any of these words still stands, in any table or queue. There are no blobs. */
export async function remnantsOf(local: Local, words: readonly string[]): Promise<Map<string, string[]>> {
  const all = [...(await rowsOf(local)), ...(await messagesOf(local))];
  const places = words.map((word): [string, string[]] => [
    word,
    all.filter(({ place, text }) => `${place} ${text}`.includes(word)).map(({ place }) => place),
  ]);
  return new Map(places.filter(([, found]) => found.length > 0));
}

/** Leaves a row behind, as a forgotten noun would; answers how to take it away again. */
export async function plant({ connectionString }: Local, text: string): Promise<() => Promise<unknown>> {
  const table = TableClient.fromConnectionString(connectionString, 'turntablelookups', INSECURE);
  const row = { partitionKey: 'forgotten', rowKey: '1', text };
  await table.createEntity(row);
  return () => table.deleteEntity(row.partitionKey, row.rowKey);
}
