import { expect, test } from 'vitest';
import { asId } from '#domain/basics/ids.ts';
import { Partition } from '#usecases/story/partition.ts';
import { aContext } from './context.ts';

test('a change and what must be told are written together and handed to the queue', async () => {
  const ctx = aContext();
  const partition = await Partition.open(ctx, 'pairs', 'a pair');
  partition.create('panel', '', {
    occurrence: asId('o'),
    prompt: asId('p'),
    first: asId('Mia Brunner'),
    turn: 4_294_967_296,
  });
  partition.tell({ kind: 'projectPair', pair: asId('a pair') });
  await partition.commit();

  const again = await Partition.open(ctx, 'pairs', 'a pair');
  expect(again.find('panel')?.value.turn).toBe(4_294_967_296);
  expect(again.list('outbox')).toHaveLength(1);
  expect(ctx.queue.length).toBe(1);
  expect(ctx.tables.all('due')).toHaveLength(1);
});

test('the slower of two changes is told so and writes nothing', async () => {
  const ctx = aContext();
  const settings = { locale: 'en', timeZone: 'UTC', newsMuted: false };
  const first = await Partition.open(ctx, 'people', 'mia');
  first.put('settings', '', settings);
  await first.commit();
  const [a, b] = await Promise.all([1, 2].map(() => Partition.open(ctx, 'people', 'mia')));
  a?.put('settings', '', { ...settings, newsMuted: true });
  b?.put('settings', '', { ...settings, locale: 'de' });
  await a?.commit();
  await expect(b?.commit()).rejects.toThrow('somebody else changed');
  const after = await Partition.open(ctx, 'people', 'mia');
  expect(after.find('settings')?.value).toEqual({ ...settings, newsMuted: true });
});
