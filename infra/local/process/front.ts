import { existsSync } from 'node:fs';
import { join } from 'node:path';
import proxy from '@fastify/http-proxy';
import statics from '@fastify/static';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { connectorRoutes } from '#local/connector/connector.ts';
import { controlRoutes } from '#local/control/control.ts';
import { issuerRoutes } from '#local/issuer/issuer.ts';
import { findPerson } from '#local/teams/people.ts';
import type { LocalTeams } from '#local/teams/teams.ts';
import type { AppProcess } from './appProcess.ts';

const PAGE_DIR = join(import.meta.dirname, '..', 'page', 'dist');
const BODY_BYTES = 4_000_000;
/** Longer than the longest question the side panel asks (25 s). */
const ANSWER_MS = 90_000;

interface Served {
  teams: LocalTeams;
  app: Pick<AppProcess, 'isReachable'>;
  appPort: number;
}

/** One origin for everything: the local Teams and its page here, the app behind it. */
export async function createFront({ teams, app, appPort }: Served): Promise<FastifyInstance> {
  const front = Fastify({
    bodyLimit: BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });
  await front.register(websocket);
  const controls: FastifyPluginAsync = (scope) => controlRoutes(scope, teams);
  const localTeams: FastifyPluginAsync = async (scope) => {
    acceptEmptyJson(scope);
    issuerRoutes(scope, teams.issuer);
    connectorRoutes(scope, teams);
    await scope.register(controls, { prefix: '/local/api' });
    socketRoute(scope, teams);
  };
  await front.register(localTeams);
  await servePage(front);
  await front.register(proxy, {
    upstream: `http://127.0.0.1:${appPort}`,
    routes: ['/*'],
    undici: { headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        ...ownZoneOf(request as FastifyRequest),
        host: request.headers.host,
      }),
      onError: (reply) =>
        void reply.status(503).header('retry-after', 1).send({ error: 'The app did not answer.' }),
    },
    preHandler: async (_request, reply) => {
      if (await app.isReachable()) return;
      return reply.status(503).header('retry-after', 1).send({ error: 'The app is stopped.' });
    },
  });
  return front;
}

/** In Teams everybody's tab runs on their own machine; here one browser plays them all, in their own zones. */
function ownZoneOf({ headers }: FastifyRequest): { 'x-time-zone'?: string } {
  const [, token] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
  if (!token || !headers['x-time-zone']) return {};
  try {
    const { oid } = decodeJwt(token);
    const zone = typeof oid === 'string' ? findPerson(oid)?.timeZone : undefined;
    return zone ? { 'x-time-zone': zone } : {};
  } catch {
    // Not a token: the app is the one to refuse it.
    return {};
  }
}

/** A POST without a body is fine, whatever its content type says. */
function acceptEmptyJson(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? null : JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
}

function socketRoute(scope: FastifyInstance, teams: LocalTeams): void {
  scope.get('/local/ws', { websocket: true }, (socket) => {
    const stop = teams.events.listen((event) => socket.send(JSON.stringify(event)));
    socket.on('close', stop);
    socket.on('error', stop);
  });
}

/** The page as Vite built it; without it a sentence says how to get it. */
async function servePage(front: FastifyInstance): Promise<void> {
  if (!existsSync(PAGE_DIR)) {
    front.get('/', async (_request, reply) => reply.status(404).send('The page is not built: npm run build'));
    return;
  }
  await front.register(statics, { root: PAGE_DIR, prefix: '/local/page/', cacheControl: false });
  front.get('/', async (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
}
