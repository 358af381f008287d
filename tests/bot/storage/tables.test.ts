import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { AzureTables } from '#storage/tables.ts';
import { MemoryTables } from '#tests/fakes/tables.ts';
import { describeScan, describeTables } from './contract.ts';

let azurite: Azurite;
let tables: AzureTables;

beforeAll(async () => {
  azurite = await startAzurite({ inMemory: true });
  tables = new AzureTables(azurite);
  await tables.createTables();
});
afterAll(() => azurite?.stop());

describeTables('in memory', () => new MemoryTables());
describeTables('Azurite', () => tables);
describeScan('in memory', () => new MemoryTables());
describeScan('Azurite', () => tables);

describe('Azure Tables', () => {
  test('keeps rows that somebody can read with any tool', async () => {
    await tables.commit('people', 'mia', [
      {
        op: 'create',
        key: 'profile',
        value: { capacity: 2, muted: false, wants: ['ai'], zone: 'Europe/Zurich' },
      },
    ]);
    const client = TableClient.fromConnectionString(azurite.connectionString, 'turntablepeople', {
      allowInsecureConnection: true,
    });
    expect(await client.getEntity('mia', 'profile')).toMatchObject({
      partitionKey: 'mia',
      rowKey: 'profile',
      capacity: 2,
      muted: false,
      wants__json: '["ai"]',
      zone: 'Europe/Zurich',
    });
  });

  test('is ready when every table is there, and only then', async () => {
    expect(await tables.isReady()).toBe(true);
    expect(await new AzureTables(azurite, 'nowhere').isReady()).toBe(false);
    const deaf = { connectionString: azurite.connectionString.replace(/:\d+\//g, ':9/') };
    expect(await new AzureTables(deaf).isReady()).toBe(false);
  });

  test('says that a table is missing instead of calling it a lost race', async () => {
    const nowhere = new AzureTables(azurite, 'nowhere');
    const etag = "datetime'2026-11-23T09%3A00%3A00.0000000Z'";
    await expect(
      nowhere.commit('people', 'mia', [{ op: 'remove', key: 'profile', etag }]),
    ).rejects.not.toThrow('somebody else');
    await expect(nowhere.find('people', 'mia', 'profile')).rejects.toThrow();
  });
});
