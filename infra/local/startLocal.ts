import { join } from 'node:path';
import { openChannel, type Post } from '#local/connector/channel.ts';
import { presentStatus } from '#local/control/control.ts';
import { Issuer } from '#local/issuer/issuer.ts';
import { keepLog } from '#local/process/appLog.ts';
import { AppProcess } from '#local/process/appProcess.ts';
import { startAzurite } from '#local/process/azurite.ts';
import { localConfig } from '#local/process/config.ts';
import { setAsideOlder } from '#local/process/dataFormat.ts';
import { createFront } from '#local/process/front.ts';
import { lockFolder } from '#local/process/lock.ts';
import { freePort } from '#local/process/ports.ts';
import { watchStorage } from '#local/process/watchStorage.ts';
import { untilEverybodyWorks } from '#local/teams/clock.ts';
import { Events } from '#local/teams/events.ts';
import { settleIn } from '#local/teams/installing.ts';
import { PEOPLE } from '#local/teams/people.ts';
import { type LocalTeams, openState, openTeams } from '#local/teams/teams.ts';

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
  /** The server that `killApp` kills. */
  server: Server;
  /** A further server on the same storage, as where Azure scales out; it runs when this answers, and ends with the rest. */
  startAnother(): Promise<Server>;
  /** Asks the control API; throws its sentence when it refuses. */
  ask<T>(path: string, body?: object): Promise<T>;
  /** What the app wrote to its log since the start, at most the last megabyte. */
  appLog(): string;
  stop(): Promise<void>;
}

/** One process of the product. */
export interface Server {
  app: AppProcess;
  port: number;
  /** The way from Teams to this one. */
  post: Post;
}

type Undo = (step: () => unknown) => void;

/** Azure and Teams on this machine, the app in its own process, everything on one address. */
export async function startLocal(options: LocalOptions = {}): Promise<Local> {
  const steps: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  try {
    return { ...(await startAll(options, (step) => steps.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(options: LocalOptions, undo: Undo): Promise<Omit<Local, 'stop'>> {
  const { dataDir } = options;
  if (dataDir) {
    undo(lockFolder(dataDir));
    const setAside = setAsideOlder(dataDir, new Date());
    if (setAside) options.onNews?.(setAside);
  }
  const azurite = await startAzurite(dataDir ? { dir: join(dataDir, 'azurite') } : {});
  undo(() => azurite.stop());
  const { teams, server, serverAt, log } = await openAll(options, azurite.connectionString, undo);
  const { app, port: appPort } = server;

  const front = await createFront({ teams, app, appPort });
  undo(() => front.close());
  await front.listen({ port: Number(new URL(teams.url).port), host: '127.0.0.1' });
  undo(() => app.stop());
  const startApp = () =>
    app.start().catch((error: Error) => {
      throw new Error(`${error.message}\n${log.text().slice(-3000)}`);
    });
  await startApp();
  if (!options.isEmpty) await settleIn(teams);
  return {
    url: teams.url,
    connectionString: azurite.connectionString,
    teams,
    killApp: () => app.kill(),
    startApp,
    server,
    startAnother: async () => {
      const another = serverAt(await freePort());
      undo(() => another.app.stop());
      await another.app.start();
      return another;
    },
    ask: (path, body) => ask(teams.url, path, body),
    appLog: () => log.text(),
  };
}

/** The parts that know each other: the local Teams, the app's process, the way between them. */
async function openAll(options: LocalOptions, storage: string, undo: Undo) {
  const { dataDir, onNews = () => undefined } = options;
  const teamsDir = dataDir && join(dataDir, 'teams');
  const url = `http://localhost:${await freePort(options.port)}`;
  const issuer = await Issuer.open(url, teamsDir);
  const state = openState(teamsDir);
  if (!state.value.isSettled && state.value.offsetMs === 0) state.value.offsetMs = untilStory(Date.now());
  const events = new Events();
  const log = keepLog(dataDir);
  let connectionString = '';
  const settings = (port: number) => ({
    config: localConfig({
      ...{ url, appPort: port, issuerUrl: issuer.url, connectionString },
      serviceUrls: [teams.serviceUrl, ...(options.alsoServes ?? [])],
      botSecret: issuer.botSecret,
      pseudonymKey: state.value.pseudonymKey,
    }),
    offsetMs: state.value.offsetMs,
    credentials: { tokenUrl: `${issuer.url}/token`, secret: issuer.botSecret },
  });
  const serverAt = (port: number): Server => {
    const app = new AppProcess({
      entry: options.entry ?? new URL('./process/app.ts', import.meta.url),
      settings: () => settings(port),
      onOutput: log.add,
      onNews,
      onState: () => events.tell({ kind: 'app', status: presentStatus(teams) }),
    });
    return { app, port, post: openChannel({ app, appPort: port, issuer, onTrouble: log.add }) };
  };
  const server = serverAt(await freePort());
  const { app, post } = server;
  const teams = openTeams({ url, issuer, app, post, events, state, dataDir: teamsDir });
  const watched = await watchStorage(storage, {
    onWrite: (moment) => app.countWrite(moment),
    isAway: () => teams.conditions.isStorageAway,
  });
  undo(watched.stop);
  connectionString = watched.connectionString;
  return { teams, server, serverAt, log };
}

/** The sponsor is told nothing in the story, and lives where the others sleep. */
const untilStory = (nowMs: number): number =>
  untilEverybodyWorks(
    nowMs,
    PEOPLE.filter(({ part }) => part !== 'sponsor').map(({ timeZone }) => timeZone),
  );

async function ask<T>(url: string, path: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const asked = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
  const response = await fetch(`${url}/local/api/${path}`, asked);
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.error ?? ''}`);
  return answer;
}
