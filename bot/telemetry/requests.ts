import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StatusClass, Telling } from './telling.ts';
import { countedRoute, toldRoute } from './told.ts';

type Opened = ReturnType<Telling['open']>;

/**
 * Measures every request by the pattern of its route, and tells those that may be told. What the request holds is never
 * looked at: not its address, its headers, its body.
 */
export function watchRequests(server: FastifyInstance, telling: Telling): void {
  const opened = new WeakMap<FastifyRequest, Opened>();
  server.addHook('onRequest', (request, reply, done) => {
    const pattern = patternOf(request);
    const told = toldRoute(pattern);
    const beganMs = performance.now();
    const open = told && telling.open('request', { isFirst: true, isWhole: told.isWhole });
    if (open) opened.set(request, open);
    // Also where the caller hangs up, which is no response.
    reply.raw.once('close', () => {
      telling.took('requests', performance.now() - beganMs, {
        route: countedRoute(pattern),
        status: classOf(reply),
      });
      if (told) open?.end({ route: told.route, status: reply.raw.statusCode }, reply.raw.statusCode < 500);
    });
    done();
  });
  server.addHook('preHandler', (request, _reply, done) => {
    const open = opened.get(request);
    if (open) open.within(done);
    else done();
  });
}

const patternOf = ({ method, routeOptions }: FastifyRequest): string => `${method} ${routeOptions.url ?? ''}`;

const classOf = ({ raw }: FastifyReply): StatusClass =>
  raw.writableFinished ? (`${Math.floor(raw.statusCode / 100)}xx` as StatusClass) : 'hungUp';
