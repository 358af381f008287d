/** `node bot.ts PORT`: a server with a bot that does nothing. */
import botbuilder from 'botbuilder';
import Fastify from 'fastify';

const loadedMs = performance.now();
const adapter = new botbuilder.CloudAdapter(new botbuilder.ConfigurationBotFrameworkAuthentication({}));
const server = Fastify();
server.get('/healthz', async () => ({ status: 'alive' }));
server.post('/api/messages', async (request, reply) =>
  adapter.process(
    request as never,
    { ...reply, header: reply.header, status: reply.code } as never,
    async () => undefined,
  ),
);
const builtMs = performance.now();
await server.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
const { user, system } = process.cpuUsage();
const phases = { loadedMs, builtMs, listensMs: performance.now(), cpuMs: (user + system) / 1000 };
process.stdout.write(`${JSON.stringify(phases)}\n`);
