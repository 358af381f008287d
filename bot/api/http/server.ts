import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#api/contract/contract.ts';
import { personOf } from '#usecases/people/people.ts';
import { settingsOf } from '#usecases/people/settings.ts';
import type { Actor } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { readingOnce } from '#usecases/story/readOnce.ts';
import { wordsFor } from '#words/words.ts';
import type { Claims, VerifyToken } from './auth.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { Invalid, toProblem, unauthorised } from './problem.ts';
import type { Route } from './route.ts';

export interface ServerParts {
  ctx: Context;
  verify: VerifyToken;
  routes: readonly Route[];
  /** Folder of the built tabs, or undefined to serve none. */
  tabsDir?: string | undefined;
  /** What a tab must know before it can sign in; public. */
  tabConfig: { clientId: string; initiateLoginEndpoint: string; teamsAppId: string };
}

const REQUESTS_PER_MINUTE = 600;

/** The HTTP server: headers, tokens, the declared routes, the tabs' files, health and OpenAPI. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({ bodyLimit: 3_000_000, forceCloseConnections: true });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  await server.register(helmet, SECURITY_HEADERS);
  await server.register(compress);
  await server.register(rateLimit, {
    global: false,
    keyGenerator: (request) => request.headers.authorization ?? request.ip,
  });
  await server.register(swagger, {
    openapi: {
      info: { title: 'Turntable', version: '0.1.0' },
      components: { securitySchemes: { teams: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ teams: [] }],
    },
    transform: jsonSchemaTransform,
  });
  refuseKindly(server, parts.ctx);
  const routes: FastifyPluginAsync = async (scope) => {
    for (const route of parts.routes) register(scope, route, parts);
  };
  await server.register(routes);
  registerOpenRoutes(server, parts);
  if (parts.tabsDir) await serveTabs(server, parts.tabsDir);
  return server;
}

function register(server: FastifyInstance, route: Route, parts: ServerParts): void {
  server.route({
    method: route.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: route.path,
    config: { rateLimit: { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' } },
    schema: {
      operationId: route.name,
      params: paramsOf(route.path),
      ...(route.body ? { body: route.body } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      response: { [route.status]: route.answer, '4xx': Problem, '5xx': Problem },
    },
    // Before the body is looked at: who is not signed in learns nothing about what would be valid.
    onRequest: async (request, reply) => {
      const claims = await parts.verify(request.headers.authorization);
      if (!claims) return reject(request, reply);
      request.claims = claims;
    },
    handler: async (request, reply) => {
      const ctx = readingOnce(parts.ctx);
      const actor = await actorOf(ctx, request, request.claims as Claims);
      const answer = await route.run({
        ctx,
        actor,
        words: wordsFor(actor.locale),
        params: request.params,
        body: request.body,
        query: request.query,
        etag: (request.headers['if-match'] ?? '').replace(/^(W\/)?"?|"?$/g, ''),
        signal: hungUp(reply),
      } as never);
      const etag = (answer as { etag?: string } | undefined)?.etag;
      if (etag) reply.header('etag', `"${etag.replace(/^(W\/)?"?|"?$/g, '')}"`);
      reply.header('cache-control', 'no-store');
      return reply.status(route.status).send(answer);
    },
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    claims?: Claims;
  }
}

async function actorOf(ctx: Context, request: FastifyRequest, claims: Claims): Promise<Actor> {
  const person = await personOf(ctx, claims);
  const settings = await settingsOf(ctx, person, {
    locale: headerOf(request, 'x-locale'),
    timeZone: headerOf(request, 'x-time-zone'),
  });
  return { person, directoryId: claims.directoryId, roles: claims.roles, ...settings };
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const hungUp = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
};

/** Path parameters: 1–200 characters, refused when longer. */
const paramsOf = (path: string) =>
  z.object(
    Object.fromEntries(
      [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, z.string().min(1).max(200)]),
    ),
  );

const localeOf = (request: FastifyRequest): string =>
  request.headers['accept-language']?.split(/[,;]/)[0]?.trim() || 'en';

function reject(request: FastifyRequest, reply: FastifyReply) {
  const problem = { ...unauthorised(wordsFor(localeOf(request))), reference: '' };
  return reply.status(401).type('application/problem+json').send(problem);
}

/** Everything that goes wrong leaves as problem details. */
function refuseKindly(server: FastifyInstance, ctx: Context): void {
  server.setErrorHandler((error, request, reply) => {
    const words = wordsFor(localeOf(request));
    const problem = toProblem(
      hasZodFastifySchemaValidationErrors(error) ? bodyProblems(error) : error,
      words,
      ctx.log,
    );
    return reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problem);
  });
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

const bodyProblems = (error: { validation?: unknown }): Invalid =>
  new Invalid(
    ((error.validation ?? []) as { instancePath?: string; message?: string }[]).map((issue) => ({
      where: (issue.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.'),
      what: issue.message ?? '',
    })),
  );

/** What anybody may read: liveness, readiness, what the API is, what a tab needs to sign in. */
function registerOpenRoutes(server: FastifyInstance, { ctx, tabConfig }: ServerParts): void {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));
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
    setHeaders: (reply, path) =>
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
}
