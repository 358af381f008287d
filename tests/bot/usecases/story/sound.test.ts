import { beforeEach, expect, it } from 'vitest';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';

let world: EdgeWorld;
beforeEach(async () => {
  world = await anEdgeWorld();
  return () => world.close();
}, 60_000);

/** Writes a row so that it cannot be read. */
async function spoil(table: 'people' | 'pairs', partition: string, key: string, value: object) {
  const row = await world.ctx.tables.find(table, partition, key);
  if (!row) throw new Error(`no ${key}`);
  await world.ctx.tables.commit(table, partition, [{ ...row, op: 'replace', value }]);
}
const idOfClara = () => {
  const isClara = (value: object) => 'mail' in value && value.mail === 'clara@turntable.example';
  const people = world.ctx.tables.all('people');
  return people.find(({ key, value }) => key === 'person' && isClara(value))?.partition ?? '';
};
const keptIn = async (table: 'people' | 'pairs', partition: string) =>
  (await world.ctx.tables.list(table, partition)).filter(({ key }) => key.startsWith('unreadable_'));

it('keeps a profile that could not be read when its owner saves anew', async () => {
  const clara = idOfClara();
  const bad = { wants: 'everything I ever wrote', capacity: 7 };
  await spoil('people', clara, 'profile', bad);
  const { etag, ...profile } = (await world.ask('clara', 'GET /api/profile')).json();
  const saved = await world.ask(
    'clara',
    'PUT /api/profile',
    { ...profile, languages: ['en'] },
    { 'if-match': `"${etag}"` },
  );
  expect(saved.statusCode).toBe(200);
  expect((await keptIn('people', clara)).map(({ value }) => value)).toEqual([bad]);
  expect((await world.ctx.tables.find('people', clara, 'profile'))?.value).toMatchObject({
    languages: ['en'],
  });
  expect((await world.ask('clara', 'GET /api/profile')).statusCode).toBe(200);
});

it('keeps settings the same way, once for each time they were bad', async () => {
  const clara = idOfClara();
  for (const bad of [{ locale: 7 }, { locale: { odd: true } }]) {
    await spoil('people', clara, 'settings', bad);
    await world.ask('clara', 'GET /api/me');
    expect((await world.ask('clara', 'PUT /api/me/settings', { newsMuted: true })).statusCode).toBeLessThan(
      300,
    );
  }
  expect((await keptIn('people', clara)).map(({ value }) => value)).toEqual(
    expect.arrayContaining([{ locale: 7 }, { locale: { odd: true } }]),
  );
});
