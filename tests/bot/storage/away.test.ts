import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAzurite } from '#local/process/azurite.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { Away, type Change } from '#usecases/story/ports.ts';

const ITEM = { table: 'pairs', partition: 'p', outbox: 'outbox_1' } as const;
const create = (key: string): Change => ({ op: 'create', key, value: {} });

/** Everything the server ever asks of storage. */
const questions = (tables: AzureTables, queue: AzureQueue): Record<string, () => Promise<unknown>> => ({
  'a row': () => tables.find('people', 'mia', 'person'),
  'a list': () => tables.list('people', 'mia'),
  'one change': () => tables.commit('people', 'mia', [create('settings')]),
  'a transaction': () => tables.commit('people', 'mia', [create('a'), create('b')]),
  'a message sent': () => queue.send(ITEM),
  'messages received': () => queue.receive(16, 1_000),
});
const NAMES = Object.keys(questions({} as AzureTables, {} as AzureQueue));

describe('storage that is stopped', () => {
  let dir: string;
  const open = (account: { connectionString: string }) =>
    [new AzureTables(account), new AzureQueue(account)] as const;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'turntable-away-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('is away to every question, and there again on the same clients', async () => {
    const azurite = await startAzurite({ dir });
    const [tables, queue] = open(azurite);
    await Promise.all([tables.createTables(), queue.createQueues()]);
    await tables.commit('people', 'mia', [create('person')]);
    await queue.send(ITEM);
    const [received] = await queue.receive(1, 1_000);
    await azurite.stop();
    const asked = { ...questions(tables, queue), 'a message removed': async () => received?.done() };
    for (const [name, ask] of Object.entries(asked)) await expect(ask(), name).rejects.toBeInstanceOf(Away);
    const again = await startAzurite({ dir });
    for (const ask of Object.values(questions(tables, queue))) await ask();
    expect((await tables.list('people', 'mia')).map(({ key }) => key)).toEqual([
      'a',
      'b',
      'person',
      'settings',
    ]);
    await again.stop();
  }, 90_000);
});

describe('storage that takes every question and never answers', () => {
  let server: Server;
  let asked: ReturnType<typeof questions>;

  beforeAll(async () => {
    server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/devstoreaccount1`;
    const connectionString = `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;TableEndpoint=${at};QueueEndpoint=${at};`;
    asked = questions(new AzureTables({ connectionString }), new AzureQueue({ connectionString }));
  });
  afterAll(() => server.closeAllConnections());

  test.concurrent.each(NAMES)('is away, and waited for no longer than people wait: %s', async (name) => {
    await expect(asked[name]?.()).rejects.toBeInstanceOf(Away);
  });
});
