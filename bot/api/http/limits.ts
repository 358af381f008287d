import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { wordsFor } from '#words/words.ts';
import { addressOf } from './address.ts';
import { localeOf } from './locale.ts';
import { named } from './problem.ts';

const MINUTE = { timeWindow: '1 minute' };
/** One person, over all calls. */
const REQUESTS_PER_MINUTE = 1_200;
/** Refused tokens from one address, until the answer is 429; whoever has a good one still comes in. */
const REFUSED_PER_MINUTE = 200;
/** Refused tokens from one address, until none is looked at any more. */
const REFUSED_UNSEEN_PER_MINUTE = 2_000;

/** Answers a request of somebody who asked too often; for a route's onRequest, once it is known who asks. */
type PersonLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Who may ask how often. Before a token is verified only the address counts, and only what was refused there, also
 * at the bot's endpoint; afterwards the person, by tenant and directory id: a fresh token is the same person.
 */
export async function registerLimits(server: FastifyInstance, hasFrontEnd: boolean): Promise<PersonLimit> {
  await server.register(rateLimit, { global: false });
  const keyGenerator = (request: FastifyRequest) => addressOf(request, hasFrontEnd);
  const refused = server.createRateLimit({ ...MINUTE, keyGenerator, max: REFUSED_PER_MINUTE });
  const unseen = server.createRateLimit({ ...MINUTE, keyGenerator, max: REFUSED_UNSEEN_PER_MINUTE });

  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    if (!isExceeded(await unseen(request, { increment: false }))) return;
    await waitAMinute(reply).send(tooMany(request));
    return reply;
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 401) return payload;
    const [standing] = await Promise.all([refused(request), unseen(request)]);
    if (!isExceeded(standing)) return payload;
    waitAMinute(reply);
    return JSON.stringify(tooMany(request));
  });

  const asked = server.createRateLimit({ ...MINUTE, keyGenerator: personIn, max: REQUESTS_PER_MINUTE });
  return async (request, reply) => {
    if (isExceeded(await asked(request))) await waitAMinute(reply).send(tooMany(request));
  };
}

/** Tokens of one tenant alone are taken: in it, the directory id names the person. */
const personIn = ({ claims }: FastifyRequest): string => claims?.directoryId ?? '';

type Standing = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;
const isExceeded = (standing: Standing): boolean => !standing.isAllowed && standing.isExceeded;

const waitAMinute = (reply: FastifyReply): FastifyReply =>
  reply.status(429).header('retry-after', 60).type('application/problem+json').serializer(JSON.stringify);

const tooMany = (request: FastifyRequest) => ({
  ...named('tooMany', 429, wordsFor(localeOf(request))),
  reference: '',
});

/** For a route that is heavy: so often may one person ask it in a minute, beside what counts for all together. */
export const heavyLimit = (perMinute: number) => ({ ...MINUTE, max: perMinute, keyGenerator: personIn });
