import { beforeAll, describe, expect, it } from 'vitest';
import { createTick } from '#delivery/tick.ts';
import { createWorker } from '#delivery/worker.ts';
import { kindOf } from '#domain/all/shapes.ts';
import { asId, type Instant, type PersonId } from '#domain/basics/ids.ts';
import { START } from '#tests/fakes/clock.ts';
import { sendingBy } from '#tests/fakes/messenger.ts';
import { freely } from '#tests/fakes/rate.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { DUE } from '#usecases/home/due.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { findDelivery, putDelivery } from '#usecases/story/deliveries.ts';
import type { TableName } from '#usecases/story/ports.ts';
import { setAside } from '#usecases/story/sound.ts';
import { anEdgeWorld, type EdgeWorld, EVERYBODY } from './edgeWorld.ts';

let world: EdgeWorld;
let announcement = '';
const deliveriesView = () => `/announcements/${announcement}/deliveries`;
beforeAll(async () => {
  world = await anEdgeWorld();
  const { ctx, cohort } = world;
  const news = ctx.tables.all('cohorts').find(({ key }) => kindOf(key) === 'announcement');
  announcement = news?.key.slice('announcement_'.length) ?? '';
  const audience = ctx.tables.all('cohorts').find(({ key }) => kindOf(key) === 'audience')?.value;
  const [person = asId<PersonId>('')] = (audience as { people?: PersonId[] })?.people ?? [];
  const at = asId<Instant>(START);
  const about = { job: `announcement_${announcement}`, person, at };
  const staged = (await findDelivery(ctx, about.job, person))?.etag ?? '';
  await putDelivery(ctx, { ...about, state: 'sent', reason: '', attempts: 1, activity: 'a1' }, staged);
  expect((await world.ask('noor', `GET /api/cohorts/${cohort}${deliveriesView()}`)).statusCode).toBe(200);
  return () => world.close();
}, 60_000);

const FAR = '9999-12-31T23:59:59.000Z';

/** The same value with one field that is not as it should be, and once with nothing in it, as if it were no JSON. */
function* spoiled(value: object): Generator<[string, object]> {
  yield ['everything', {}];
  for (const [name, field] of Object.entries(value)) {
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    yield [`${name} missing`, rest];
    yield [`${name} odd`, { ...value, [name]: typeof field === 'object' ? 'odd' : { odd: true } }];
    if (typeof field === 'string' && /^\d{4}-\d\d-\d\dT/.test(field))
      yield [`${name} far`, { ...value, [name]: FAR }];
  }
}

const views = ({ cohort, pair, occurrence }: EdgeWorld) => ({
  people: ['me', 'profile', 'profile/photo', 'searches', 'cohorts', 'concerns'].map(
    (view) => `GET /api/${view}`,
  ),
  pairs: [
    ...[
      '',
      '/goals',
      '/meetings',
      '/kept',
      '/closing',
      '/jottings',
      '/curiosity',
      '/timeline',
      '/exchanges',
      '/mine',
      '/photos',
      `/panel?occurrence=${occurrence}`,
    ].map((part) => `GET /api/pairs/${pair}${part}`),
    'GET /api/meetings?teamsMeeting=meeting&teamsChat=19:chat',
  ],
  cohorts: [
    '',
    '/members',
    '/rounds',
    '/rounds/running',
    '/wishes',
    '/announcements',
    '/suggestions',
    '/insights',
    deliveriesView(),
  ].map((part) => `GET /api/cohorts/${cohort}${part}`),
  invited: [`GET /api/enrolments/${cohort}`],
});

async function failures(): Promise<string[]> {
  const { people, pairs, cohorts, invited } = views(world);
  const asked = [
    ...EVERYBODY.flatMap((who) => people.map((view) => [who, view] as const)),
    ...['clara', 'aisha', 'mia', 'diego'].flatMap((who) => pairs.map((view) => [who, view] as const)),
    ...cohorts.map((view) => ['noor', view] as const),
    ...['vera', 'mia'].flatMap((who) => invited.map((view) => [who, view] as const)),
  ];
  const answers = await Promise.all(
    asked.map(async ([who, view]) => [`${who} ${view}`, (await world.ask(who, view)).statusCode] as const),
  );
  return answers
    .filter(([, status]) => status >= 500 || status === 429)
    .map(([what, status]) => `${status} ${what}`);
}

/** One row of each kind and each shape is enough. */
const examples = (table: TableName) => {
  const seen = new Set<string>();
  return world.ctx.tables.all(table).filter(({ partition, key, value }) => {
    const kind = table === 'lookups' ? partition : table === 'deliveries' ? '' : kindOf(key);
    const shape = `${kind} ${Object.keys(value)}`;
    return !seen.has(shape) && seen.add(shape);
  });
};

/** What fails while this row stands there so; it is put right again afterwards. */
async function failuresWith(table: TableName, at: { partition: string; key: string }, value: object) {
  const { tables } = world.ctx;
  const row = await tables.find(table, at.partition, at.key);
  if (!row) return [];
  await tables.commit(table, at.partition, [{ ...row, op: 'replace', value }]);
  const found = await failures();
  const bad = await tables.find(table, at.partition, at.key);
  if (bad) await tables.commit(table, at.partition, [{ ...row, op: 'replace', etag: bad.etag }]);
  return found;
}

describe('one bad row never takes a view down', () => {
  it.each<TableName>(['people', 'pairs', 'cohorts', 'concerns', 'lookups', 'deliveries'])(
    'of %s',
    async (table) => {
      expect(await failures()).toEqual([]);
      const broken: string[] = [];
      let asked = 0;
      for (const row of examples(table)) {
        for (const [what, value] of spoiled(row.value)) {
          if (++asked % 15 === 0) await world.renew();
          const found = await failuresWith(table, row, value);
          broken.push(...found.map((failure) => `${table} ${row.key}: ${what}: ${failure}`));
        }
      }
      expect(broken.slice(0, 20)).toEqual([]);
      expect(asked).toBeGreaterThan(5);
    },
    180_000,
  );

  it('is counted where whoever runs the server looks, and named in the log without what it holds', async () => {
    const { tables, log } = world.ctx;
    const [row] = tables.all('pairs').filter(({ key }) => kindOf(key) === 'goal');
    if (!row) throw new Error('no goal');
    await world.renew();
    const before = setAside.count;
    log.errors.length = 0;
    await failuresWith('pairs', row, { ...row.value, text: { secret: 'what Clara wrote' } });
    expect(setAside.count).toBeGreaterThanOrEqual(before);
    expect(log.errors).toHaveLength(1);
    expect(JSON.stringify(log.errors)).toContain(row.key);
    expect(JSON.stringify(log.errors)).not.toContain('Clara');
    const health = await world.ask('', 'GET /healthz');
    expect(health.json()).toMatchObject({ status: 'alive', setAside: expect.any(Number) });
  });
});

describe('a bad one among others', () => {
  const worker = () =>
    createWorker({
      ...{ ctx: world.ctx, composeNotice, carryOut, pollMs: 1 },
      messenger: sendingBy(async () => ({ state: 'sent', activity: 'a' })),
      rate: freely,
    });

  it('in an outbox stays where it is, and the worker goes on', async () => {
    const { ctx, pair } = world;
    await ctx.tables.commit('pairs', pair, [
      { op: 'create', key: 'outbox_bad', value: { message: 'no message', at: 7 } },
      { op: 'create', key: 'outbox_good', value: { message: { kind: 'projectPair', pair }, at: START } },
    ]);
    for (const outbox of ['outbox_bad', 'outbox_good'])
      await ctx.queue.send({ table: 'pairs', partition: pair, outbox });
    await worker().runOnce();
    expect(await ctx.tables.find('pairs', pair, 'outbox_good')).toBeUndefined();
    expect(await ctx.tables.find('pairs', pair, 'outbox_bad')).toBeDefined();
    expect(ctx.queue.length).toBe(0);
  });

  it('of a kind that nobody knows is put aside at last, and the worker goes on', async () => {
    const { ctx, pair } = world;
    const value = { message: { kind: 'constructor' }, at: START };
    await ctx.tables.commit('pairs', pair, [{ op: 'create', key: 'outbox_odd', value }]);
    await ctx.queue.send({ table: 'pairs', partition: pair, outbox: 'outbox_odd' });
    for (let times = 0; times < 10; times++) {
      await worker().runOnce();
      ctx.clock.advance(61_000);
    }
    expect(ctx.queue.poison).toHaveLength(1);
  });

  it('among what is due makes room for the others', async () => {
    const { ctx } = world;
    for (let n = 0; n < 120; n++) {
      const key = `2026-01-01T00:00:00.000Z_bad${n}`;
      await ctx.tables.commit('due', '0', [{ op: 'create', key, value: n % 2 ? {} : { at: 5, work: [] } }]);
    }
    await ctx.due.point(ctx.clock.now() - 1, { noun: 'good' }, {});
    const looked: string[] = [];
    const good = { noun: 'good', look: async () => void looked.push('good') };
    const tick = createTick({ ctx, due: [...DUE, good] });
    await tick.runOnce();
    await tick.runOnce();
    expect(looked).toEqual(['good']);
    expect(await ctx.tables.list('due', 'aside')).toHaveLength(120);
  });
});
