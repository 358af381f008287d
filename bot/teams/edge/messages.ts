import { finished } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Received, Receiving } from './adapter.ts';

const BODY_LIMIT = 256 * 1024;

interface Edge {
  receive(request: Receiving): Promise<Received>;
}

/** POST /api/messages: where Teams delivers activities. Answers with a status, and a body only to invokes. */
export function registerMessages(server: FastifyInstance, edge: Edge): void {
  const options = { bodyLimit: BODY_LIMIT, config: { rateLimit: false } };
  server.post('/api/messages', options, async (request, reply) => {
    const { status, body } = await edge.receive({
      authorization: request.headers.authorization,
      body: request.body,
      answered: new Promise((resolve) => finished(reply.raw, () => resolve())),
    });
    return reply.code(status).send(body);
  });
}
