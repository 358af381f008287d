import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type RouteName } from '#api/contract/paths.ts';
import { createWorker } from '#delivery/worker.ts';
import { sendingBy } from '#tests/fakes/messenger.ts';
import { freely } from '#tests/fakes/rate.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { TABLES } from '#usecases/story/ports.ts';
import { anEdgeWorld, type EdgeWorld, EVERYBODY } from './edgeWorld.ts';

const SECRET = 'He shouted at me in front of everybody.';
let world: EdgeWorld;

const worker = () =>
  createWorker({
    ...{ ctx: world.ctx, composeNotice, carryOut, pollMs: 1 },
    messenger: sendingBy(async () => ({ state: 'sent', activity: 'a' })),
    rate: freely,
  });
/** Everything that lies in the queue is done. */
async function work(): Promise<void> {
  while ((await worker().runOnce()) > 0);
}
const wayOf = async (who: string) => (await world.ask(who, 'GET /api/concerns')).json().ways[0];

async function raise(text: string): Promise<string> {
  const { to } = await wayOf('clara');
  const body = { cohort: world.cohort, to, text };
  return (await world.ask('clara', 'POST /api/concerns', body)).json().concern;
}

beforeAll(async () => {
  world = await anEdgeWorld();
  for (const who of EVERYBODY) await world.ask(who, 'GET /api/me');
  // Nobody is asked to wait for working hours in here.
  world.ctx.clock.set('2026-11-25T10:00:00.000Z');
  await work();
  return () => world.close();
}, 60_000);

/** What a champion is answered by every route that only reads. */
async function championSees(): Promise<string[]> {
  const reads = Object.entries(ROUTES).filter(([, route]) => route.startsWith('GET '));
  const params: Record<string, string> = { ...(world as unknown as Record<string, string>), round: '1' };
  const news = (await world.ask('noor', `GET /api/cohorts/${world.cohort}/announcements`)).json();
  params.announcement = news.announcements[0].announcement;
  const answers: string[] = [];
  for (const [name, route] of reads) {
    const url = route.replace(/:(\w+)/g, (_, part: string) => params[part] ?? 'x');
    const { statusCode, body } = await world.ask('noor', url);
    answers.push(`${name} ${statusCode} ${body.replace(/"reference":"[^"]*"/, '')}`);
  }
  return answers;
}

const rowsBut = (...left: string[]) =>
  TABLES.filter((table) => !left.includes(table)).map((table) => [table, world.ctx.tables.all(table)]);

describe('a concern leaves no trace', () => {
  it('in anything a champion is answered, in any other table, or in the log', async () => {
    const pair = (await world.ask('clara', 'GET /api/me')).json();
    const [sees, rows] = [await championSees(), JSON.stringify(rowsBut('concerns', 'deliveries', 'due'))];
    const others = () => [...world.ctx.tables.all('deliveries'), ...world.ctx.tables.all('due')];
    const before = new Set(others().map((row) => JSON.stringify(row)));
    const concern = await raise(SECRET);
    await work();
    expect(await championSees()).toEqual(sees);
    expect(JSON.stringify(rowsBut('concerns', 'deliveries', 'due'))).toBe(rows);
    const added = others().filter((row) => !before.has(JSON.stringify(row)));
    expect(added.length).toBeGreaterThan(0);
    const said = JSON.stringify(added);
    for (const trace of [pair.person, world.pair, SECRET, 'Clara', 'Aisha', 'aisha', 'clara'])
      expect(said).not.toContain(trace);
    const log = JSON.stringify([world.ctx.log.errors, world.ctx.log.warnings]);
    for (const trace of [concern, SECRET, pair.person]) expect(log).not.toContain(trace);
    expect(JSON.stringify(world.ctx.tables.all('concerns'))).toContain(SECRET);
  });

  it('in the log when its row, or what is to be told of it, cannot be read', async () => {
    const { ctx } = world;
    const hana = (await world.ask('hana', 'GET /api/me')).json().person;
    ctx.log.errors.length = 0;
    await ctx.tables.commit('concerns', hana, [
      { op: 'create', key: 'concern_bad', value: { author: 7 } },
      {
        op: 'create',
        key: 'outbox_bad',
        value: { message: { kind: 'constructor' }, at: '2026-11-25T10:00:00.000Z' },
      },
    ]);
    expect((await world.ask('hana', 'GET /api/concerns')).statusCode).toBe(200);
    await ctx.queue.send({ table: 'concerns', partition: hana, outbox: 'outbox_bad' });
    await worker().runOnce();
    expect(ctx.log.errors.length).toBeGreaterThan(1);
    expect(JSON.stringify(ctx.log.errors)).not.toContain(hana);
  });
});

describe('a concern is there for its author and its contact, and for nobody else', () => {
  const CALLS: [RouteName, string, object?][] = [
    ['answerConcern', 'hana', { state: 'read' }],
    ['answerConcern', 'hana', { state: 'closed' }],
    ['takeBackConcern', 'clara'],
  ];
  const send = (name: RouteName, who: string, concern: string, body?: object) =>
    world.ask(who, ROUTES[name].replace(':concern', concern), body);
  const bare = ({ statusCode, body }: { statusCode: number; body: string }) =>
    `${statusCode} ${body.replace(/"reference":"[^"]*"/, '')}`;

  it.each(CALLS)('%s by everybody but %s is as if there were none', async (name, may, body) => {
    await world.renew();
    const concern = await raise(`${SECRET} ${name} ${JSON.stringify(body)}`);
    for (const who of EVERYBODY.filter((one) => one !== may)) {
      const refused = await send(name, who, concern, body);
      expect(refused.statusCode, who).toBe(404);
      expect(bare(refused), who).toBe(bare(await send(name, who, 'no-such-concern', body)));
    }
    expect((await send(name, may, concern, body)).statusCode).toBeLessThan(300);
  });

  it('is listed to both alone, and its words only once it was opened', async () => {
    await world.renew();
    const text = 'Only Hana reads this.';
    const concern = await raise(text);
    for (const who of EVERYBODY) {
      const { body } = await world.ask(who, 'GET /api/concerns');
      expect(body.includes(concern), who).toBe(who === 'clara' || who === 'hana');
      expect(body.includes(text), who).toBe(who === 'clara');
    }
    await send('answerConcern', 'hana', concern, { state: 'read' });
    expect((await world.ask('hana', 'GET /api/concerns')).body).toContain(text);
  });

  it('is raised by whoever was invited, in a programme of their own, and by nobody else', async () => {
    await world.renew();
    const { to } = await wayOf('clara');
    const before = JSON.stringify(world.ctx.tables.all('concerns'));
    for (const who of ['noor', 'stranger', 'hana', 'samuel', 'ruth']) {
      const said = (cohort: string) => world.ask(who, 'POST /api/concerns', { cohort, to, text: SECRET });
      expect((await said(world.cohort)).statusCode, who).toBe(404);
      expect(bare(await said(world.cohort)), who).toBe(bare(await said('no-such-cohort')));
    }
    expect(JSON.stringify(world.ctx.tables.all('concerns'))).toBe(before);
  });

  it.each([
    ['', 'Please write what happened first'],
    ['a'.repeat(4001), 'Please keep it under 4000 characters'],
  ])('is refused in a clear sentence where there is nothing or too much in it', async (text, sentence) => {
    const { to } = await wayOf('clara');
    const refused = await world.ask('clara', 'POST /api/concerns', { cohort: world.cohort, to, text });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(sentence);
  });
});
