import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppProcess, type AppSettings } from './appProcess.ts';
import { startAzurite } from './azurite.ts';
import { openChannel } from './channel.ts';
import { localConfig } from './config.ts';
import { presentStatus } from './control.ts';
import { Events } from './events.ts';
import { createFront } from './front.ts';
import { settleIn } from './installing.ts';
import { Issuer } from './issuer.ts';
import { lockFolder } from './lock.ts';
import { freePort } from './ports.ts';
import { type LocalTeams, openState, openTeams } from './teams.ts';
import { watchStorage } from './watchStorage.ts';

export interface LocalOptions {
  /** First port to try; 0 (default) takes any. */
  port?: number;
  /** Where rows, chats and keys stay; nothing stays without it. */
  dataDir?: string;
  /** Connector addresses besides our own that the bot may answer to. */
  alsoServes?: string[];
  /** Runs in the place of the product, for tests of the local Teams itself. */
  entry?: URL;
  /** Nobody has the app at the start; otherwise all six get it the first time. */
  isEmpty?: boolean;
  /** Lets `killAt` count the writes of the app; costs a hop per request. */
  watchStorage?: boolean;
  /** Sentences for the one who watches; default: none. */
  onNews?: (sentence: string) => void;
}

export interface Local {
  url: string;
  /** Of the emulator itself, for `@azure/data-tables` in a test. */
  connectionString: string;
  teams: LocalTeams;
  killApp(): Promise<void>;
  startApp(): Promise<void>;
  /** Asks the control API; throws its sentence when it refuses. */
  ask<T>(path: string, body?: object): Promise<T>;
  /** What the app wrote to its log since the start, at most the last megabyte. */
  appLog(): string;
  stop(): Promise<void>;
}

const LOG_LENGTH = 1_000_000;

/** Azure and Teams on this machine, the app in its own process, everything on one address. */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  const { dataDir, onNews = () => undefined } = options;
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    if (dataDir) undo.push(lockFolder(dataDir));
    const teamsDir = dataDir && join(dataDir, 'teams');
    const [port, appPort] = [await freePort(options.port), await freePort()];
    const url = `http://localhost:${port}`;
    const azurite = await startAzurite(dataDir ? { dir: join(dataDir, 'azurite') } : {});
    undo.push(() => azurite.stop());

    const issuer = await Issuer.open(url, teamsDir);
    const state = openState(teamsDir);
    const events = new Events();
    const log = keepLog(dataDir);
    let connectionString = azurite.connectionString;
    const app = new AppProcess({
      entry: options.entry ?? new URL('./app.ts', import.meta.url),
      settings: (): AppSettings => ({
        config: localConfig({
          url,
          appPort,
          issuerUrl: issuer.url,
          connectionString,
          serviceUrls: [teams.serviceUrl, ...(options.alsoServes ?? [])],
          botSecret: issuer.botSecret,
          pseudonymKey: state.value.pseudonymKey,
        }),
        offsetMs: state.value.offsetMs,
        credentials: { tokenUrl: `${issuer.url}/token`, secret: issuer.botSecret },
      }),
      onOutput: log.add,
      onNews,
      onState: () => events.tell({ kind: 'app', status: presentStatus(teams) }),
    });
    const post = openChannel({ app, appPort, issuer, onTrouble: log.add });
    const teams = openTeams({ url, issuer, app, post, events, state, dataDir: teamsDir });
    if (options.watchStorage) {
      const watched = await watchStorage(connectionString, (moment) => app.countWrite(moment));
      undo.push(watched.stop);
      connectionString = watched.connectionString;
    }

    const front = await createFront({ teams, app, appPort });
    undo.push(() => front.close());
    await front.listen({ port, host: '127.0.0.1' });
    undo.push(() => app.stop());
    const startApp = () =>
      app.start().catch((error: Error) => {
        throw new Error(`${error.message}\n${log.text().slice(-3000)}`);
      });
    await startApp();
    if (!options.isEmpty) await settleIn(teams);
    return {
      url,
      connectionString: azurite.connectionString,
      teams,
      killApp: () => app.kill(),
      startApp,
      ask: (path, body) => ask(url, path, body),
      appLog: log.text,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ask<T>(url: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${url}/local/api/${path}`, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  });
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.error ?? ''}`);
  return answer;
}

function keepLog(dataDir: string | undefined): { add: (text: string) => void; text: () => string } {
  let kept = '';
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const file = dataDir && join(dataDir, 'app.log');
  return {
    add: (text) => {
      kept = (kept + text).slice(-LOG_LENGTH);
      if (file) appendFileSync(file, text);
    },
    text: () => kept,
  };
}
