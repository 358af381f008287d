import type { FastifyInstance } from 'fastify';
import { Issuer } from '#local/issuer/issuer.ts';
import { createFront } from '#local/process/front.ts';
import { freePort } from '#local/process/ports.ts';
import type { Activity } from '#local/teams/activity.ts';
import { Events } from '#local/teams/events.ts';
import { type LocalTeams, openState, openTeams } from '#local/teams/teams.ts';

/** The local Teams on a real port with a bot that only remembers what it was told. */
export interface ATeams {
  teams: LocalTeams;
  front: FastifyInstance;
  /** What Teams posted to the bot. */
  posted: Activity[];
  /** What the bot answers next; default 200 without a body. */
  answers: { status: number; body?: unknown }[];
  /** What was done to the app process. */
  done: string[];
  /** A call of the bot to the connector, with its token unless another is given. */
  call(method: string, path: string, body?: object, token?: string): Promise<Response>;
  /** A call of the page. */
  ask(path: string, body?: object): Promise<{ status: number; body: never }>;
  stop(): Promise<void>;
}

export async function aTeams({ dataDir, appPort = 1 }: { dataDir?: string; appPort?: number } = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const posted: Activity[] = [];
  const answers: ATeams['answers'] = [];
  const done: string[] = [];
  const app: LocalTeams['app'] = {
    killAt: undefined,
    status: () => ({ app: 'running', pid: 1, starts: 1 }),
    kill: async () => void done.push('kill'),
    start: async () => void done.push('start'),
    tick: async (offsetMs) => void done.push(`tick ${offsetMs}`),
  };
  const issuer = await Issuer.open(url, dataDir);
  const post: LocalTeams['post'] = async (activity) => {
    posted.push(activity);
    return { body: undefined, ...(answers.shift() ?? { status: 200 }) };
  };
  const parts = { url, issuer, app, post, events: new Events(), state: openState(dataDir), dataDir };
  const teams = openTeams(parts);
  const front = await createFront({ teams, app: { isReachable: async () => appPort !== 1 }, appPort });
  await front.listen({ port, host: '127.0.0.1' });

  const send = (path: string, method: string, body?: object, token?: string) =>
    fetch(url + path, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const found: ATeams = {
    teams,
    front,
    posted,
    answers,
    done,
    call: async (method, path, body, token) =>
      send(`/local/connector/${path}`, method, body, token ?? (await issuer.botToken())),
    ask: async (path, body) => {
      const response = await send(`/local/api/${path}`, body ? 'POST' : 'GET', body);
      return { status: response.status, body: (await response.json()) as never };
    },
    stop: () => front.close(),
  };
  return found;
}
