import { afterAll, beforeAll, expect, it } from 'vitest';
import { kindOf } from '#domain/all/shapes.ts';
import { anEdgeWorld, type EdgeWorld } from '#tests/bot/edgeWorld.ts';
import { localTeams } from '#tests/bot/teams/localTeams.ts';
import { aBotOn, type Bot, TENANT } from '#tests/bot/teams/surroundings.ts';
import type { TableName } from '#usecases/story/ports.ts';

/** Every row of Clara's and of her pair is spoiled once; she writes to the bot all the same. */
const SAID = ['hi', 'status', 'profile', 'my partner', 'find me a mentor', 'I also like chess'];

const teams = localTeams();
let world: EdgeWorld;
let bot: Bot;
beforeAll(async () => {
  world = await anEdgeWorld();
  bot = aBotOn(world.ctx, teams);
}, 60_000);
afterAll(() => world.close());

const clara = {
  from: { id: '29:clara', name: 'Clara Example', aadObjectId: 'aaaaaaaa-0000-4000-8000-636c6172615f' },
  conversation: { id: 'a:clara', conversationType: 'personal', tenantId: TENANT },
};

/** What is logged of a row that is left out; anything else is a turn that failed. */
const LEFT_OUT = 'a row cannot be read and is left out';

async function failures(): Promise<string[]> {
  const { errors } = world.ctx.log;
  const all: string[] = [];
  for (const text of SAID) {
    errors.length = 0;
    const { status } = await bot.deliver({ ...clara, text });
    const trouble = errors.filter(({ message }) => message !== LEFT_OUT);
    if (status !== 200 || trouble.length > 0) all.push(`${text}: ${status} ${JSON.stringify(trouble)}`);
  }
  return all;
}

it.each<TableName>(['people', 'pairs', 'cohorts', 'lookups'])(
  'one bad row of %s never silences the bot',
  async (table) => {
    const { tables } = world.ctx;
    expect(await failures()).toEqual([]);
    const bad: string[] = [];
    const seen = new Set<string>();
    for (const { partition, key } of tables.all(table)) {
      const kind = table === 'lookups' ? partition : kindOf(key);
      if (table !== 'people' && seen.has(kind)) continue;
      seen.add(kind);
      const row = await tables.find(table, partition, key);
      if (!row) continue;
      await tables.commit(table, partition, [{ ...row, op: 'replace', value: { odd: true } }]);
      bad.push(...(await failures()).map((found) => `${kind} ${partition} ${found}`));
      const now = await tables.find(table, partition, key);
      await tables.commit(table, partition, [
        now ? { ...row, op: 'replace', etag: now.etag } : { op: 'create', key, value: row.value },
      ]);
    }
    expect(bad).toEqual([]);
    expect(seen.size).toBeGreaterThan(1);
  },
  120_000,
);
