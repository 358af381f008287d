import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Watched {
  connectionString: string;
  stop(): Promise<void>;
}

interface Watching {
  /** Asked before and after each write; when it answers true, the app is gone and the request ends there. */
  onWrite(moment: 'before' | 'after'): Promise<boolean>;
  /** Nothing is answered meanwhile. */
  isAway(): boolean;
}

/** Stands between the app and its storage, so that storage can go away, and the app be killed at an exact write. */
export async function watchStorage(connectionString: string, watching: Watching): Promise<Watched> {
  const relays: http.Server[] = [];
  const agent = new http.Agent({ keepAlive: true });
  let watched = connectionString;
  for (const endpoint of ['TableEndpoint', 'QueueEndpoint']) {
    const target = new RegExp(`${endpoint}=(http://[^/;]+)`).exec(connectionString)?.[1];
    if (!target) throw new Error(`The connection string has no ${endpoint}.`);
    const relay = http.createServer((request, response) => {
      // Who was killed in the middle of a question is not there for the answer.
      pass({ target, agent, ...watching }, { request, response }).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    relays.push(relay);
    watched = watched.replace(target, `http://127.0.0.1:${(relay.address() as AddressInfo).port}`);
  }
  const stop = async () => {
    // A connection left open would keep the storage from ending.
    agent.destroy();
    for (const relay of relays) {
      relay.closeAllConnections();
      await new Promise((resolve) => relay.close(resolve));
    }
  };
  return { connectionString: watched, stop };
}

interface Exchange {
  request: http.IncomingMessage;
  response: http.ServerResponse;
}

interface Way extends Watching {
  target: string;
  agent: http.Agent;
}

async function pass({ target, agent, onWrite, isAway }: Way, { request, response }: Exchange): Promise<void> {
  if (isAway()) return void response.destroy();
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (isWrite && (await onWrite('before'))) return void response.destroy();
  const { method, url, headers } = request;
  const onward = http.request(`${target}${url}`, {
    agent,
    method,
    headers: { ...headers, host: new URL(target).host },
  });
  onward.on('error', () => response.destroy());
  onward.on('response', async (answer) => {
    if (isWrite && (await onWrite('after'))) return void response.destroy();
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.end(Buffer.concat(chunks));
}
