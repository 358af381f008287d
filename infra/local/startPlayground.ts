import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { freePort } from '#local/process/ports.ts';
import type { Activity } from '#local/teams/activity.ts';
import { PEOPLE, type SeededPerson } from '#local/teams/people.ts';
import { BOT, TEAMS_APP_ID, TENANT_ID } from '#local/teams/tenant.ts';
import { type Local, startLocal } from './startLocal.ts';

export interface Playground {
  /** Where its page and its interface are. */
  url: string;
  local: Local;
  /** Id of the chat between its current user and the bot. */
  personalChat: string;
  stop(): Promise<void>;
}

const READY_MS = 60_000;
/** Whoever is on the same network must not find a bot that takes them for Clara. */
const LOOPBACK = pathToFileURL(join(import.meta.dirname, 'process', 'loopback.mjs')).href;
const PERSONAL_CHAT = 'a:playground';

/**
 * Microsoft's Agents Playground in front of the product, with data of its own in `dir`. It sends no token, so it
 * talks to a relay that adds one; the bot checks tokens as always.
 */
export async function startPlayground(options: {
  dir: string;
  port?: number;
  isHeadless?: boolean;
  onNews?: (sentence: string) => void;
}): Promise<Playground> {
  const { dir, isHeadless = false, onNews } = options;
  const port = await freePort(options.port);
  const serviceUrl = `http://localhost:${port}/_connector`;
  mkdirSync(dir, { recursive: true });
  // JSON is YAML, too.
  writeFileSync(join(dir, '.m365agentsplayground.yml'), JSON.stringify(playgroundConfig(), null, 2));

  const local = await startLocal({ isEmpty: true, alsoServes: [serviceUrl], ...(onNews ? { onNews } : {}) });
  const relay = await startRelay(local, serviceUrl);
  const { port: relayPort } = relay.server.address() as { port: number };
  const program = spawn(
    process.execPath,
    [
      '--import',
      LOOPBACK,
      cliOfPlayground(),
      'start',
      '-c',
      'msteams',
      '--disable-telemetry',
      '-p',
      String(port),
    ].concat(['-e', `http://127.0.0.1:${relayPort}/api/messages`]),
    {
      cwd: dir,
      stdio: 'ignore',
      env: { ...process.env, ...(isHeadless ? { TEAMSAPPTESTER_BROWSER: 'none' } : {}) },
    },
  );
  const stop = async () => {
    await end(program);
    await relay.close();
    await local.stop();
  };
  const url = `http://localhost:${port}`;
  try {
    await untilReady(program, `${url}/_debug/ping`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, local, personalChat: PERSONAL_CHAT, stop };
}

/** Takes what the Playground posts, adds the channel's token, hands back what the bot answers. */
async function startRelay(local: Local, serviceUrl: string): Promise<FastifyInstance> {
  const relay = Fastify({ forceCloseConnections: true, bodyLimit: 1_000_000 });
  relay.post<{ Body: Activity }>('/api/messages', async ({ body }, reply) => {
    // Only for the Playground we started: a token is never made out for another address.
    if (body?.serviceUrl !== serviceUrl) return reply.status(403).send({ error: 'Not the Playground.' });
    const { status, body: answer } = await local.teams.post(body);
    return reply.status(status || 502).send(answer ?? '');
  });
  await relay.listen({ port: 0, host: '127.0.0.1' });
  return relay;
}

/** The Playground refuses entries as odd as those of the others. */
const STORY_PEOPLE = 6;

/** The people of the story in the words of the Playground; the first one is who types. */
function playgroundConfig(): object {
  const [first, ...others] = PEOPLE.slice(0, STORY_PEOPLE).map(presentUser);
  return {
    version: '0.1.1',
    tenantId: TENANT_ID,
    bot: BOT,
    currentUser: first,
    users: others,
    personalChat: { id: PERSONAL_CHAT },
    groupChat: { id: '19:playground@thread.v2', name: 'Group chat' },
    team: {
      id: '19:playground@thread.tacv2',
      name: 'Team',
      aadGroupId: TEAMS_APP_ID,
      channels: [{ id: '19:playground-news@thread.tacv2', name: 'News' }],
    },
  };
}

function presentUser({ name, mail, signInName, userId, directoryId }: SeededPerson) {
  const [givenName = '', ...others] = name.split(' ');
  const surname = others.join(' ');
  return {
    id: userId,
    name,
    userPrincipleName: signInName,
    aadObjectId: directoryId,
    givenName,
    surname,
    email: mail,
  };
}

const cliOfPlayground = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );

async function untilReady(program: ChildProcess, pingUrl: string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (program.exitCode !== null) throw new Error(`The Playground ended with ${program.exitCode}.`);
    const isReady = await fetch(pingUrl).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The Playground did not answer in time.');
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  const timer = setTimeout(() => program.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(timer);
}
