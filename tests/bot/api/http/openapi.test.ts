import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '#api/http/server.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';
import { aContext } from '#tests/fakes/context.ts';

interface Operation {
  operationId?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: object;
  responses: Record<string, object>;
}
type Described = Record<string, unknown> & { paths: Record<string, Record<string, Operation>> };

let described: Described;
beforeAll(async () => {
  const server = await createServer({
    ...{ ctx: aContext(), routes: ALL_ROUTES, verify: async () => undefined },
    tabConfig: { clientId: 'x', initiateLoginEndpoint: 'https://x.example/', teamsAppId: 'app' },
  });
  described = (await server.inject({ url: '/api/openapi.json' })).json();
  await server.close();
});

const pathOf = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What is wrong with it: by OpenAPI 3.0 itself, and beside the routes that are served. */
async function problemsOf(doc: Described): Promise<string[]> {
  const { valid, errors } = await new Validator().validate(structuredClone(doc));
  const problems = valid ? [] : [`not OpenAPI 3.0: ${JSON.stringify(errors)}`];
  const left = new Set(
    Object.entries(doc.paths).flatMap(([path, methods]) => Object.keys(methods).map((m) => `${m} ${path}`)),
  );
  for (const { name, method, path, body, status } of ALL_ROUTES) {
    const operation = doc.paths[pathOf(path)]?.[method.toLowerCase()];
    left.delete(`${method.toLowerCase()} ${pathOf(path)}`);
    if (operation?.operationId !== name) {
      problems.push(`${name} is not described`);
      continue;
    }
    const named = (operation.parameters ?? [])
      .filter((one) => one.in === 'path' && one.required)
      .map((one) => one.name);
    if (`${named.sort()}` !== `${namesIn(pathOf(path))}`)
      problems.push(`${name} names ${named.sort()} of its path`);
    if (Boolean(body) !== Boolean(operation.requestBody)) problems.push(`${name} is wrong about a body`);
    for (const answer of [`${status}`, '4XX', '5XX'])
      if (!operation.responses[answer]) problems.push(`${name} does not say what ${answer} is`);
  }
  return [...problems, ...[...left].map((one) => `${one} is served by nobody`)];
}

describe('the description of the API', () => {
  it('is OpenAPI, and names every route with its path, its body and its answers', async () => {
    expect(await problemsOf(described)).toEqual([]);
  });

  const get = (doc: Described, path: string, method = 'get'): Operation => {
    const operation = doc.paths[path]?.[method];
    if (!operation) throw new Error(`${method} ${path} is not described`);
    return operation;
  };
  it.each<[string, (doc: Described) => void, RegExp]>([
    ['a version that does not exist', (doc) => Object.assign(doc, { openapi: '9.9' }), /^not OpenAPI/],
    ['answers that are a word', (doc) => Object.assign(get(doc, '/api/me'), { responses: 'yes' }), /OpenAPI/],
    ['a route that is not described', (doc) => delete doc.paths['/api/me'], /^me is not described$/m],
    [
      'a path nobody serves',
      (doc) => Object.assign(doc.paths, { '/api/old': { get: { responses: { 200: { description: '' } } } } }),
      /^get \/api\/old is served by nobody$/,
    ],
    [
      'a parameter of the path that is not named',
      (doc) => Object.assign(get(doc, '/api/pairs/{pair}'), { parameters: [] }),
      /of its path$/,
    ],
    [
      'a body that is left out',
      (doc) => delete get(doc, '/api/pairs/{pair}/goals', 'post').requestBody,
      /^addGoal is wrong about a body$/,
    ],
    [
      'an answer that is left out',
      (doc) => delete get(doc, '/api/me').responses['4XX'],
      /^me does not say what 4XX is$/,
    ],
  ])('would not pass with %s', async (_, harm, problem) => {
    const harmed = structuredClone(described);
    harm(harmed);
    expect((await problemsOf(harmed)).join('\n')).toMatch(problem);
  });
});
