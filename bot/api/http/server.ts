import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#api/contract/basics.ts';
import { IMPORT_MAX } from '#domain/cohorts/import.ts';
import { personOf, requireMet } from '#usecases/people/people.ts';
import { readingAs, settingsOf } from '#usecases/people/settings.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { setAside } from '#usecases/story/sound.ts';
import { wordsFor } from '#words/words.ts';
import { Askers } from './askers.ts';
import type { Claims, VerifyToken } from './auth.ts';
import { bare, etagIn, etagOf, isKnown } from './etag.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { heavyLimit, registerLimits } from './limits.ts';
import { localeOf } from './locale.ts';
import { toProblem, unauthorised } from './problem.ts';
import type { Route } from './route.ts';

export interface ServerParts {
  ctx: Context;
  verify: VerifyToken;
  routes: readonly Route[];
  /** Folder of the built tabs, or undefined to serve none. */
  tabsDir?: string | undefined;
  /** What a tab must know before it can sign in; public. */
  tabConfig: { clientId: string; initiateLoginEndpoint: string; teamsAppId: string };
  /** A front end stands before us and says where requests come from, as App Service's does. */
  hasFrontEnd?: boolean | undefined;
  /** Looks at every request beside the routes. */
  watch?: ((server: FastifyInstance) => void) | undefined;
}

const FILES = ['text/csv', 'application/octet-stream'];

/** The HTTP server: headers, tokens, the declared routes, the tabs' files, health and OpenAPI. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    ...{ bodyLimit: 3_000_000, forceCloseConnections: true },
    // Longer than any id: a route then refuses it in its own words.
    routerOptions: { maxParamLength: 50_000 },
    frameworkErrors: (error, request, reply) => refuse(parts.ctx, error, request, reply),
  });
  // A route checks what it is sent itself; its schemas stand here for OpenAPI.
  server.setValidatorCompiler(() => (value) => ({ value }));
  server.setSerializerCompiler(serializerCompiler);
  await server.register(helmet, SECURITY_HEADERS);
  await server.register(compress);
  parts.watch?.(server);
  const limitPerson = await registerLimits(server, parts.hasFrontEnd ?? false);
  await server.register(swagger, {
    openapi: {
      info: { title: 'Turntable', version: '0.1.0' },
      components: { securitySchemes: { teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ teams: [] }],
    },
    transform: jsonSchemaTransform,
  });
  refuseKindly(server, parts.ctx);
  const askers = new Askers();
  const routes: FastifyPluginAsync = async (scope) => {
    // A file comes as the bytes it is.
    const file = { parseAs: 'buffer', bodyLimit: IMPORT_MAX } as const;
    scope.addContentTypeParser(FILES, file, async (_request: FastifyRequest, body: Buffer) => body);
    for (const route of parts.routes) register(scope, route, { ...parts, limitPerson, askers });
  };
  await server.register(routes);
  registerOpenRoutes(server, parts);
  if (parts.tabsDir) await serveTabs(server, parts.tabsDir);
  return server;
}

interface Registering extends ServerParts {
  limitPerson: Awaited<ReturnType<typeof registerLimits>>;
  askers: Askers;
}

function register(server: FastifyInstance, route: Route, parts: Registering): void {
  server.route({
    method: route.method,
    url: route.path,
    config: route.perMinute === undefined ? {} : { rateLimit: heavyLimit(route.perMinute) },
    schema: schemaOf(route),
    // Before the body is looked at: who is not signed in learns nothing about what would be valid.
    onRequest: async (request, reply) => {
      const claims = await parts.verify(request.headers.authorization);
      if (!claims) return reject(request, reply);
      request.claims = claims;
      return parts.limitPerson(request, reply);
    },
    handler: async (request, reply) => {
      if (!request.claims) return reject(request, reply);
      const run = route.open(request);
      const ctx = readingOnce(parts.ctx);
      const { claims } = request;
      const read = () => actorOf(ctx, request, claims);
      const actor = await (route.isWaiting ? parts.askers.find(askerIn(request, claims), read) : read());
      const words = wordsFor(actor.locale);
      const etag = bare(request.headers['if-match']);
      const press = headerOf(request, 'idempotency-key') ?? '';
      const answer = await run({ ctx, actor, words, etag, press, signal: hungUp(reply) });
      return send({ request, reply }, route, answer);
    },
  });
}

/** When to try again while storage is away. */
const AWAY_S = 5;

/** What OpenAPI says of a route. */
const schemaOf = ({ name, params, body, query, answer, status, hasEtag, isWaiting }: Route) => ({
  operationId: name,
  params,
  ...(body ? { body } : {}),
  ...(query ? { querystring: query } : {}),
  response: {
    [status]: answer ?? z.undefined(),
    ...(hasEtag ? { 304: z.undefined() } : {}),
    ...(isWaiting ? { 204: z.undefined() } : {}),
    ...{ '4xx': Problem, '5xx': Problem },
  },
});

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The answer with its ETag; without a body where the caller has it already, or there is nothing to say. */
function send({ request, reply }: Exchange, { answer: schema, status, hasEtag }: Route, answer: unknown) {
  reply.header('cache-control', 'no-store');
  const etag = etagIn(answer) || (hasEtag ? etagOf(answer) : '');
  if (etag) reply.header('etag', `"${etag}"`);
  if (hasEtag && request.method === 'GET' && isKnown(request.headers['if-none-match'], etag))
    return reply.status(304).send();
  if (schema && answer !== undefined) return reply.status(status).send(answer);
  return reply.status(schema ? 204 : status).send();
}

declare module 'fastify' {
  interface FastifyRequest {
    claims?: Claims;
  }
}

/**
 * Whoever reads is answered as their settings say, which a visit corrects; a change in the language it came in. A page
 * that was answered before makes nobody anew: on another device it may still be open for somebody who is erased.
 */
async function actorOf(ctx: Context, request: FastifyRequest, claims: Claims): Promise<Actor> {
  const isOpen = headerOf(request, 'x-still-open') !== undefined;
  const person = await (isOpen ? requireMet(ctx, claims.directoryId) : personOf(ctx, claims));
  const seen = { locale: headerOf(request, 'x-locale'), timeZone: headerOf(request, 'x-time-zone') };
  const visit = { ...seen, maySponsor: claims.roles.includes('Sponsor') };
  const settings = request.method === 'GET' ? await settingsOf(ctx, person, visit) : readingAs(seen);
  return { person, directoryId: claims.directoryId, roles: claims.roles, ...settings };
}

/** All that an actor is made of. */
const askerIn = (request: FastifyRequest, claims: Claims): string =>
  JSON.stringify([claims, headerOf(request, 'x-locale'), headerOf(request, 'x-time-zone')]);

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const hungUp = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
};

function reject(request: FastifyRequest, reply: FastifyReply) {
  const problem = { ...unauthorised(wordsFor(localeOf(request))), reference: '' };
  return reply.status(401).type('application/problem+json').send(problem);
}

function refuse(ctx: Context, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error, wordsFor(localeOf(request)), ctx.log);
  if (problem.status === 503) reply.header('retry-after', AWAY_S);
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** Everything that goes wrong leaves as problem details. */
function refuseKindly(server: FastifyInstance, ctx: Context): void {
  server.setErrorHandler((error, request, reply) => refuse(ctx, error, request, reply));
  server.setNotFoundHandler((request, reply) => {
    const words = wordsFor(localeOf(request));
    const detail = words('common:problem.missing.detail');
    const title = words('common:problem.missing.title');
    return reply
      .status(404)
      .type('application/problem+json')
      .send({ type: 'urn:turntable:missing', title, status: 404, detail, reference: '' });
  });
}

/** What anybody may read: liveness, readiness, what the API is, what a tab needs to sign in. */
function registerOpenRoutes(server: FastifyInstance, { ctx, tabConfig }: ServerParts): void {
  server.get('/healthz', { schema: { hide: true } }, async () => ({
    status: 'alive',
    /** Rows and messages that could not be read since the start; where they stand is in the log. */
    setAside: setAside.count,
  }));
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const [tables, queue] = await Promise.all([ctx.tables.isReady(), ctx.queue.isReady()]);
    return reply.status(tables && queue ? 200 : 503).send({ tables, queue });
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  server.get('/config.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(tabConfig),
  );
}

async function serveTabs(server: FastifyInstance, root: string): Promise<void> {
  await server.register(statics, {
    root,
    prefix: '/tabs/',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
}
