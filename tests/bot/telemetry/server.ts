/** The product as a process of its own, which says what it loaded and to whom it spoke. */
import { registerHooks } from 'node:module';
import { Socket } from 'node:net';
import type { Config } from '#bot/config.ts';
import { credentialsWith } from '#tests/bench/house/connector.ts';

export interface ToServer {
  config: Config;
  /** The bot's own token. */
  own: string;
}
export type FromServer = { told: 'started' } | { told: 'stopped'; loaded: string[]; hosts: string[] };

const loaded: string[] = [];
registerHooks({
  load: (url, context, next) => {
    loaded.push(url);
    return next(url, context);
  },
});
const hosts = new Set<string>();
const { connect } = Socket.prototype;
Socket.prototype.connect = function spoken(this: Socket, ...args: unknown[]) {
  const [first] = args.flat();
  if (typeof first === 'object' && first !== null && 'host' in first) hosts.add(String(first.host));
  return (connect as (...all: unknown[]) => Socket).apply(this, args);
} as typeof connect;

const { createApp } = await import('#bot/app.ts');
const tell = (message: FromServer) => new Promise((told) => process.send?.(message, told));

process.once('message', async ({ config, own }: ToServer) => {
  const app = await createApp(config, { botCredentials: credentialsWith(own) });
  await app.start();
  await tell({ told: 'started' });
  process.once('message', async () => {
    await app.stop();
    process.once('message', () => process.exit(0));
    await tell({ told: 'stopped', loaded, hosts: [...hosts] });
  });
});
