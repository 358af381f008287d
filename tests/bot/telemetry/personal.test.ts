import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '#api/contract/paths.ts';
import { watchFor } from '#telemetry/insights.ts';
import { countedRoute } from '#telemetry/told.ts';
import { anEdgeWorld, type EdgeWorld, EVERYBODY, PRIVATE_WORDS } from '#tests/bot/edgeWorld.ts';
import { sendingBy } from '#tests/fakes/messenger.ts';
import { DEEDS } from '#usecases/home/deeds.ts';
import type { Facts, Recipient } from '#usecases/home/notices.ts';
import { TABLES } from '#usecases/story/ports.ts';
import { type Ingestion, startIngestion } from './ingestion.ts';

let ingestion: Ingestion;
let world: EdgeWorld;
beforeAll(async () => {
  ingestion = await startIngestion();
  const watch = watchFor(ingestion.insights);
  world = await anEdgeWorld(watch);
  const params: Record<string, string> = {
    ...(world as unknown as Record<string, string>),
    version: '1',
    round: '1',
  };
  for (const who of EVERYBODY)
    for (const route of Object.values(ROUTES)) {
      const url = route.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `nobody-${name}`);
      await world.ask(
        who,
        url,
        route.startsWith('GET') ? undefined : { text: PRIVATE_WORDS, answer: 'notThisTime' },
      );
    }
  await world.close();
  await watch.stop();
}, 120_000);
afterAll(() => ingestion.stop());

/** Every word that may be told, wherever it stands. */
const ROUTE_PARTS = new Set(
  Object.values(ROUTES)
    .filter((route) => countedRoute(route) !== 'quiet')
    .flatMap((route) => [route, ...route.split(' ')]),
);
const WORDS = new Set([
  ...['quiet', 'other', '1xx', '2xx', '3xx', '4xx', '5xx', 'hungUp', 'done', 'conflict', 'away', 'failed'],
  // The resource, which is told once, without a name.
  ...['turntable', '', 'storage'],
  ...['find', 'list', 'page', 'commit', ...TABLES.filter((table) => table !== 'concerns'), ...DEEDS],
]);

describe('a whole programme, asked of by everybody at every route', () => {
  it('tells of a whole programme nothing but words of closed lists', () => {
    const told = ingestion.envelopes().flatMap(({ data: { baseData } }) => {
      const { name = '', properties } = baseData;
      return [...Object.values(properties), ...(ROUTE_PARTS.has(name) ? [] : name.split(' '))];
    });
    expect(told.length).toBeGreaterThan(1_000);
    const unknown = told.filter((word) => !WORDS.has(word) && !ROUTE_PARTS.has(word));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('holds no name, address, id or word of anybody, and no trace of a concern', () => {
    const all = ingestion.bodies.join('\n');
    const rows = TABLES.flatMap((table) => world.ctx.tables.all(table));
    const ids = [...new Set(rows.map(({ partition }) => partition))].filter((id) => /[a-z].*\d/i.test(id));
    expect(ids.length).toBeGreaterThan(10);
    const { goal, concern, exchange, learning } = world;
    const words = [
      '@turntable.example',
      'Exampleton',
      'Finance pilot',
      PRIVATE_WORDS,
      'bee keeping',
      'notThisTime',
    ];
    const traces = [...ids, goal, concern, exchange, learning, ...words, ...EVERYBODY, 'concern', 'feedback'];
    expect(traces.filter((trace) => all.includes(trace))).toEqual([]);
  });

  it('counts deeds in fives alone', () => {
    const deeds = ingestion
      .envelopes()
      .flatMap(({ data: { baseData } }) =>
        (baseData.metrics ?? []).flatMap(({ name, value }) =>
          name === 'turntable.deeds' ? [[baseData.properties.deed, value]] : [],
        ),
      );
    // Five joined; two pairs were introduced, one was signed by two.
    expect(deeds).toEqual([['joined', 5]]);
  });
});

it('tells no sending and no meeting by itself, and of a concern nothing at all', async () => {
  const own = await startIngestion();
  const watch = watchFor(own.insights);
  const messenger = watch.messenger(sendingBy(async () => ({ state: 'sent', activity: 'a' })));
  const sent: Facts[] = [{ kind: 'introductionEnded', cohortName: '', partners: [] }, { kind: 'concern' }];
  const to = { locale: 'en', timeZone: 'Europe/Berlin' } as Recipient;
  for (const facts of sent) await messenger.send(to, facts);
  let turns = 0;
  for (const kind of ['message', 'event'] as const) await watch.turn(kind, async () => void turns++);
  await watch.stop();
  own.stop();
  const all = own.envelopes().map(({ data }) => data);
  const spans = all.flatMap(({ baseType, baseData }) => (baseType === 'MetricData' ? [] : [baseData.name]));
  expect(spans).toEqual(['turn message']);
  const counted = all.flatMap(({ baseData: { metrics = [], properties } }) =>
    metrics.map(({ name, value, count }) => ({ name, of: properties, times: count ?? value })),
  );
  // The first is the resource, which is told once.
  expect(counted.slice(1)).toEqual([
    { name: 'turntable.turns', of: { kind: 'message', outcome: 'done' }, times: 1 },
    { name: 'turntable.deliveries', of: { does: 'send', outcome: 'sent' }, times: 1 },
  ]);
  expect(turns).toBe(2);
});

it('keeps quiet what somebody may keep to themselves', () => {
  const telling = Object.entries(ROUTES)
    .filter(([, route]) => countedRoute(route) !== 'quiet')
    .map(([, route]) => route);
  expect(telling.length).toBeGreaterThan(40);
  expect(countedRoute('POST /api/messages')).toBe('quiet');
  expect(
    telling.filter((route) =>
      /concern|feedback|closing|consent|again|end$|pause|answer|erase|held/.test(route),
    ),
  ).toEqual([]);
  expect(telling.filter((route) => !route.startsWith('GET ') && route.includes('/pairs/'))).toEqual([]);
});
