import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '#tests/bench/random.ts';
import { anEdgeWorld, type EdgeWorld, EVERYBODY } from '#tests/bot/edgeWorld.ts';
import { broken, fitting, ODD_TEXTS, oneOf, type Schema } from './requests.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_128);
const REQUESTS = 3_000;

interface Operation {
  method: string;
  path: string;
  name: string;
  body: Schema | undefined;
  query: { name: string; schema: Schema }[];
}

let world: EdgeWorld;
let operations: Operation[];
let people: string[];
beforeAll(async () => {
  world = await anEdgeWorld();
  operations = operationsIn((await world.ask('', 'GET /api/openapi.json')).json());
  people = [...new Set(world.ctx.tables.all('people').map(({ partition }) => partition))];
  return () => world.close();
}, 60_000);

interface Described {
  operationId: string;
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
const operationsIn = ({ paths }: { paths: Record<string, Record<string, Described>> }): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      ...{ method: method.toUpperCase(), path, name: operationId },
      body: requestBody?.content['application/json']?.schema,
      query: parameters.filter((one) => one.in === 'query'),
    })),
  );

const random = seeded(SEED);
const mostly = <T>(usual: T, odd: () => T): T => (random.below(3) > 0 ? usual : odd());
const asHeader = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').slice(0, 300);

function aRequest() {
  const { cohort, pair, occurrence, goal } = world;
  const operation = oneOf(random, operations);
  const known = [cohort, pair, occurrence, goal, ...people];
  const usual = new Map(Object.entries({ cohort, pair, occurrence, goal, version: '1', round: '1' }));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      mostly(usual.get(name) ?? oneOf(random, people), () =>
        oneOf(random, [...known, ...ODD_TEXTS]),
      ).toWellFormed(),
    ),
  );
  const query = operation.query
    .map(
      ({ name, schema }) => [name, mostly(occurrence, () => String(fitting(random, schema, known)))] as const,
    )
    .filter(() => random.below(10) > 0);
  const asked = new URLSearchParams(query.map(([name, value]) => [name, value.toWellFormed()])).toString();
  const fits = operation.body && fitting(random, operation.body, known);
  const body = operation.body && mostly(fits, () => broken(random, fits));
  const headers = {
    ...(random.below(3) === 0 && {
      'if-match': asHeader(oneOf(random, ['"0"', '"1"', '*', 'W/"', ...ODD_TEXTS])),
    }),
    ...(random.below(9) === 0 && {
      'x-locale': asHeader(oneOf(random, ['de_DE', 'en@x', 'xx-', ...ODD_TEXTS])),
    }),
    ...(random.below(9) === 0 && { 'accept-language': asHeader(oneOf(random, ['*', 'zh', ...ODD_TEXTS])) }),
    ...(random.below(9) === 0 && { 'x-time-zone': asHeader(oneOf(random, ['Mars/X', ...ODD_TEXTS])) }),
    ...(random.below(40) === 0 && {
      'content-type': asHeader(oneOf(random, ['text/plain', 'application/xml'])),
    }),
    ...(random.below(20) === 0 && { 'if-none-match': asHeader(oneOf(random, ['*', '"x"', ...ODD_TEXTS])) }),
  };
  const who = oneOf(random, [...EVERYBODY, ...EVERYBODY, 'nobody', '']);
  return {
    who,
    name: operation.name,
    what: `${operation.method} ${path}${asked && `?${asked}`}`,
    body,
    headers,
  };
}

/** What a visit alone may change: how somebody reads, and who they are. */
const isOfVisit = (place: string): boolean =>
  /^people\/[^/]+\/(?:settings|person)$/.test(place) || /^(?:due|lookups)\//.test(place);

function changedBetween(before: Map<string, string>, after: Map<string, string>): string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter((place) => !isOfVisit(place) && before.get(place) !== after.get(place));
}

type Answer = Awaited<ReturnType<EdgeWorld['ask']>>;

const isProblem = ({ statusCode, headers, body }: Answer): boolean => {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return false;
  const problem = JSON.parse(body);
  return problem.status === statusCode && Boolean(problem.title) && typeof problem.type === 'string';
};

/** What is wrong with an answer, given the versions of all rows before and after. */
function wrongIn(answer: Answer, before: Map<string, string>, after: Map<string, string>): string[] {
  if (answer.statusCode < 400) return [];
  return [
    ...(answer.statusCode >= 500 ? [`broke ${JSON.stringify(world.ctx.log.errors.at(-1)?.fields)}`] : []),
    ...(isProblem(answer) ? [] : ['is no problem details']),
    ...changedBetween(before, after).map((place) => `changed ${place}`),
  ];
}

describe('the API under requests that nobody would send', () => {
  it(`answers ${REQUESTS} of them (FUZZ_SEED=${SEED}), breaks at none, and changes nothing where it refuses`, async () => {
    const wrong: string[] = [];
    const statuses = new Set<number>();
    const touched = new Set<string>();
    let before = world.ctx.tables.versions();
    for (let n = 0; n < REQUESTS; n++) {
      if (n % 300 === 0) await world.renew();
      const { who, what, name, body, headers } = aRequest();
      const answer = await world.ask(who, what, body, headers);
      const after = world.ctx.tables.versions();
      statuses.add(answer.statusCode);
      if (answer.statusCode < 300) touched.add(name);
      const asked = `${who} ${what} ${JSON.stringify({ body, headers })}`;
      for (const why of wrongIn(answer, before, after))
        wrong.push(`#${n} ${answer.statusCode} ${why}: ${asked}`.slice(0, 900));
      before = after;
    }
    expect(wrong.slice(0, 10), `of ${wrong.length}; again with FUZZ_SEED=${SEED}`).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 401, 404, 422]));
    expect(touched.size).toBeGreaterThan(20);
  }, 120_000);
});
