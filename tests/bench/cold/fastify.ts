/** `node fastify.ts PORT`: fastify with one route, and nothing else. */
import Fastify from 'fastify';

const loadedMs = performance.now();
const server = Fastify();
server.get('/healthz', async () => ({ status: 'alive' }));
const builtMs = performance.now();
await server.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
const { user, system } = process.cpuUsage();
const phases = { loadedMs, builtMs, listensMs: performance.now(), cpuMs: (user + system) / 1000 };
process.stdout.write(`${JSON.stringify(phases)}\n`);
