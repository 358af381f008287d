import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { AzureQueue } from '#storage/queue.ts';
import { MovableClock } from '#tests/fakes/clock.ts';
import { MemoryQueue } from '#tests/fakes/queue.ts';
import { describeQueue, wait } from './contract.ts';

let azurite: Azurite;
let counted = 0;

beforeAll(async () => {
  azurite = await startAzurite({ inMemory: true });
});
afterAll(() => azurite?.stop());

async function anAzureQueue(name = `queue-${++counted}`): Promise<AzureQueue> {
  const queue = new AzureQueue(azurite, name);
  await queue.createQueues();
  return queue;
}

describeQueue('in memory', async () => {
  const clock = new MovableClock();
  return Object.assign(new MemoryQueue(clock), { wait: async (ms: number) => clock.advance(ms) });
});
describeQueue('Azurite', async () => Object.assign(await anAzureQueue(), { wait }));

describe('the Azure queue', () => {
  test('puts aside what nobody of us wrote', async () => {
    const queue = await anAzureQueue('strange');
    const raw = new QueueClient(azurite.connectionString, 'strange');
    for (const text of [
      'hello',
      Buffer.from('null').toString('base64'),
      Buffer.from('{}').toString('base64'),
    ]) {
      await raw.sendMessage(text);
    }
    expect(await queue.receive(10, 1_000)).toEqual([]);
    const aside = new QueueClient(azurite.connectionString, 'strange-poison');
    expect((await aside.getProperties()).approximateMessagesCount).toBe(3);
    expect((await raw.getProperties()).approximateMessagesCount).toBe(0);
  });

  test('says what waits, and for how long after it was due', async () => {
    const queue = await anAzureQueue();
    expect(await queue.standing()).toEqual({ waiting: 0, lateS: 0 });
    const item = { table: 'people', partition: 'person-1', outbox: 'outbox_1' } as const;
    await queue.send(item, 3_600_000);
    expect(await queue.standing(Date.now() + 7_200_000)).toEqual({ waiting: 1, lateS: 0 });
    await queue.send({ ...item, outbox: 'outbox_2' });
    const { waiting, lateS } = await queue.standing(Date.now() + 700_000);
    expect(waiting).toBe(2);
    expect(lateS).toBeGreaterThanOrEqual(700);
    expect((await queue.receive(1, 1_000))[0]?.item).toEqual({ ...item, outbox: 'outbox_2' });
  });

  test('is ready when it is there, and only then', async () => {
    expect(await (await anAzureQueue()).isReady()).toBe(true);
    expect(await new AzureQueue(azurite, 'nowhere').isReady()).toBe(false);
  });
});
