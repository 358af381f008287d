import { beforeEach, expect, it } from 'vitest';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { SilentLog } from '#tests/fakes/log.ts';
import { MemoryTables } from '#tests/fakes/tables.ts';
import type { Row } from '#usecases/story/ports.ts';
import { SoundTables } from '#usecases/story/sound.ts';

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

it('lets others have a turn while it looks through thousands of rows, and keeps their order', async () => {
  const value = { role: 'mentor', state: 'imported', waiting: false };
  const rows: Row[] = Array.from({ length: 4_500 }, (_, n) => ({ key: `member_${n}`, etag: 'e', value }));
  rows[2_345] = { key: 'member_2345', etag: 'e', value: { role: 'sponsor' } };
  const tables = Object.assign(new MemoryTables(), { list: async () => rows });
  let turns = 0;
  let isOver = false;
  const look = () => {
    turns++;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const found = await new SoundTables(tables, new SilentLog()).list('cohorts', 'pilot');
  isOver = true;
  expect(found).toEqual(rows.toSpliced(2_345, 1));
  expect(turns).toBeGreaterThanOrEqual(4);
});

it('leaves out what was announced of a panel and cannot be read, in whichever partition it lies', async () => {
  const tables = new MemoryTables();
  const value = { pair: 'p1', turn: 3 };
  await tables.commit('lookups', 'changed_2', [
    { op: 'create', key: 'a', value },
    { op: 'create', key: 'b', value: { pair: 7 } },
  ]);
  const found = await new SoundTables(tables, new SilentLog()).list('lookups', 'changed_2');
  expect(found.map((row) => row.value)).toEqual([value]);
});
