import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Config } from '#bot/config.ts';
import { localConfig } from '#local/process/config.ts';
import { freePort } from '#local/process/ports.ts';
import type { Outside } from '#tests/bench/house/server.ts';
import type { FromServer, ToServer } from './server.ts';

type Stopped = Extract<FromServer, { told: 'stopped' }>;

export interface AServer {
  url: string;
  log(): Record<string, unknown>[];
  /** `look`: what is to be seen once it has stopped and its process is not gone yet. */
  stop(look?: () => void): Promise<Stopped>;
}

/** The product in a process of its own, on an emulator's storage. */
export async function aServer(
  outside: Outside,
  connectionString: string,
  insights?: Config['insights'],
): Promise<AServer> {
  const appPort = await freePort();
  const url = `http://127.0.0.1:${appPort}`;
  const local = localConfig({
    ...{ url, appPort, connectionString, issuerUrl: url, botSecret: '' },
    serviceUrls: [outside.channel.serviceUrl],
    pseudonymKey: 'a key of at least thirty-two characters',
  });
  const config: Config = {
    ...local,
    ...{ tab: outside.issuer.tab, bot: outside.channel.bot, hearing: { byMeaning: false } },
    ...(insights && { insights }),
  };
  const child = fork(new URL('server.ts', import.meta.url), [], { execArgv: [], silent: true });
  let said = '';
  child.stdout?.on('data', (data) => {
    said += data;
  });
  child.stderr?.pipe(process.stderr);
  child.send({ config, own: outside.channel.own } satisfies ToServer);
  const [answer] = (await once(child, 'message')) as [FromServer];
  if (answer.told !== 'started') throw new Error(`the server did not start: ${said}`);
  return {
    url,
    log: () =>
      said
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    stop: async (look = () => undefined) => {
      child.send('stop');
      const [stopped] = (await once(child, 'message')) as [Stopped];
      look();
      child.send('leave');
      await once(child, 'exit');
      return stopped;
    },
  };
}
