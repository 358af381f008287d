/** An app that repeats what it hears and counts in a table: the local Teams tested without the product. */
import { TableClient } from '@azure/data-tables';
import Fastify from 'fastify';
import { localCredentials } from '#local/issuer/credentials.ts';
import type { FromApp, ToApp } from '#local/process/appProcess.ts';
import { TeamsAdapter } from '#teams/edge/adapter.ts';

let offsetMs = 0;
const tell = (message: FromApp): void => void process.send?.(message);
const log = { info: () => undefined, warn: console.warn, error: console.error };

async function start({ settings }: Extract<ToApp, { tell: 'start' }>): Promise<void> {
  const { config, credentials } = settings;
  offsetMs = settings.offsetMs;
  if (config.storage.kind !== 'connectionString')
    throw new Error('the local storage has a connection string');
  const rows = TableClient.fromConnectionString(config.storage.value, 'heard', {
    allowInsecureConnection: true,
  });
  await rows.createTable();
  const adapter = new TeamsAdapter({
    config,
    log,
    credentials: localCredentials(config.bot.appId, credentials),
    patienceMs: 5000,
    apologise: async () => undefined,
    run: async (context) => {
      const { text, type, id } = context.activity;
      if (text === 'die') process.exit(7);
      if (type !== 'message') return;
      await rows.createEntity({ partitionKey: 'text', rowKey: String(id).replace(/\W/g, ''), text });
      await context.sendActivity({ type: 'message', text: `You said ${text}`, textFormat: 'plain' });
    },
  });
  const server = Fastify();
  server.post('/api/messages', async ({ headers, body }, reply) => {
    const answer = await adapter.receive({
      ...{ authorization: headers.authorization, body },
      answered: Promise.resolve(),
    });
    return reply.status(answer.status).send(answer.body);
  });
  server.get('/api/time', async () => ({ now: Date.now() + offsetMs }));
  server.put('/api/echo', async ({ body, headers }, reply) =>
    reply.header('etag', String(headers['if-match'])).status(201).send({ body, host: headers.host }),
  );
  await server.listen({ host: config.host, port: config.port });
  tell({ told: 'started' });
}

process.on('message', async (message: ToApp) => {
  if (message.tell === 'start') return start(message);
  if (message.tell === 'stop') process.exit(0);
  offsetMs = message.offsetMs;
  tell({ told: 'ticked', number: message.number });
});
process.on('disconnect', () => process.exit(0));
