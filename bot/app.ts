import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultAzureCredential } from '@azure/identity';
import { tokenVerifier } from '#api/http/auth.ts';
import { createServer } from '#api/http/server.ts';
import { ALL_ROUTES } from '#api/routes/index.ts';
import { createRate } from '#delivery/rate.ts';
import { refreshDue } from '#delivery/refresh.ts';
import { createTick } from '#delivery/tick.ts';
import { createWorker } from '#delivery/worker.ts';
import { hearByNames } from '#domain/hearing/byNames.ts';
import type { TopicReader } from '#domain/hearing/topicReader.ts';
import { TOPICS } from '#domain/hearing/topics/topics.ts';
import { readWithOpenAi } from '#readers/openAi.ts';
import type { StorageAccount } from '#storage/account.ts';
import { AzureQueue } from '#storage/queue.ts';
import { AzureTables } from '#storage/tables.ts';
import { createTeamsEdge } from '#teams/createTeamsEdge.ts';
import type { Credentials } from '#teams/edge/adapter.ts';
import { UNWATCHED } from '#telemetry/watch.ts';
import { matchCirclesInThread } from '#threads/circles.ts';
import { HearingThread } from '#threads/hearing.ts';
import { whenIdle } from '#threads/idle.ts';
import { readImportInThread } from '#threads/importing.ts';
import { matchInThread } from '#threads/matching.ts';
import { carryOut } from '#usecases/home/chores.ts';
import { DUE } from '#usecases/home/due.ts';
import { composeNotice } from '#usecases/home/notices.ts';
import { Changes } from '#usecases/story/changes.ts';
import type { Context } from '#usecases/story/context.ts';
import { Due } from '#usecases/story/due.ts';
import type { Clock } from '#usecases/story/ports.ts';
import { setAside } from '#usecases/story/sound.ts';
import { wordsFor } from '#words/words.ts';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { tellStanding } from './standing.ts';
import { untilAllowed } from './untilAllowed.ts';

export interface AppOverrides {
  clock?: Clock;
  /** Where the bot gets its own tokens; Microsoft's when left out. */
  botCredentials?: Credentials;
}

export interface App {
  start(): Promise<void>;
  /** Looks now at what is due, instead of within the minute. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** A start that waits for storage longer than this listens meanwhile. */
const LISTEN_ANYWAY_MS = 5_000;
const TABS_DIR = join(import.meta.dirname, '..', 'tabs', 'dist');

/** The whole product in one process: HTTP, bot, worker and tick around one context. */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const watch = config.insights
    ? (await import('#telemetry/insights.ts')).watchFor(config.insights)
    : UNWATCHED;
  const log = createLog('info', watch.inLog);
  const account = accountOf(config.storage);
  const azureTables = new AzureTables(account);
  const azureQueue = new AzureQueue(account, undefined, () => {
    setAside.note(`queue/${randomBytes(6).toString('hex')}`);
    log.error({ setAside: setAside.count }, 'a message of the queue was put aside');
  });
  const [tables, queue] = [watch.tables(azureTables), watch.queue(azureQueue)];
  const clock = overrides.clock ?? { now: () => Date.now() };
  const ids = { next: (noun: string) => `${noun}-${randomBytes(12).toString('hex')}` };
  const hearing = config.hearing.byMeaning ? new HearingThread(log) : undefined;
  const readTopics = readerOf(config.hearing, hearing, log);
  const ctx: Context = {
    tables,
    scan: tables,
    queue,
    clock,
    ids,
    log,
    due: new Due(tables, clock),
    changes: new Changes({ tables, clock, log }),
    keptDays: config.keptDays,
    pseudonymKey: config.pseudonymKey,
    match: matchInThread,
    matchCircles: matchCirclesInThread,
    readImport: readImportInThread,
    ...(readTopics && { readTopics }),
  };
  const rate = createRate({ tables });
  const edge = createTeamsEdge({
    ...{ config, ctx, wordsFor, log },
    credentials: overrides.botCredentials,
    onAnswer: rate.note,
    onTurn: watch.turn,
  });
  ctx.teamsMeetings = edge.meetings;
  ctx.drawNews = edge.drawNews;
  const server = await createServer({
    ctx,
    verify: tokenVerifier(config.tab),
    routes: ALL_ROUTES,
    hasFrontEnd: config.hasFrontEnd,
    watch: watch.requests,
    tabsDir: existsSync(TABS_DIR) ? TABS_DIR : undefined,
    tabConfig: {
      clientId: config.tab.clientId,
      initiateLoginEndpoint: `${config.publicUrl}/tabs/index.html`,
      teamsAppId: config.teamsAppId,
    },
  });
  edge.registerMessages(server);
  const messenger = watch.messenger(edge.messenger);
  const worker = createWorker({
    ctx,
    messenger,
    rate,
    composeNotice,
    carryOut: watch.chores(carryOut),
    pollMs: config.workerPollMs,
  });
  const tick = createTick({
    ctx,
    due: watch.due([...DUE, refreshDue({ messenger, rate }), edge.following.due]),
    onLate: watch.dueLate,
  });

  const stopping = new AbortController();
  let callOff: (() => void) | undefined;
  let stopTelling: (() => void) | undefined;
  return {
    async start() {
      const make = () => Promise.all([azureTables.createTables(), azureQueue.createQueues()]);
      const allowed = untilAllowed(make, { log, signal: stopping.signal });
      // Whoever asks whether we are ready must then hear no, not nothing: App Service ends what says nothing.
      await Promise.race([allowed, sleep(LISTEN_ANYWAY_MS, undefined, { ref: false })]);
      await server.listen({ host: config.host, port: config.port });
      await allowed;
      if (stopping.signal.aborted) return;
      worker.start();
      tick.start(config.tickEveryMs);
      stopTelling = tellStanding(queue, log);
      log.info({ port: config.port }, 'Turntable listens');
      if (hearing) callOff = whenIdle(() => void hearing.warm());
    },
    tick: async () => void (await tick.runOnce()),
    async stop() {
      stopping.abort();
      callOff?.();
      stopTelling?.();
      hearing?.stop();
      await Promise.all([worker.stop(), tick.stop()]);
      await server.close();
      await edge.following.stop();
      await watch.stop();
    },
  };
}

const OPENAI_SCOPE = 'https://cognitiveservices.azure.com/.default';

function readerOf(
  { openAi }: Config['hearing'],
  hearing: HearingThread | undefined,
  log: Context['log'],
): TopicReader | undefined {
  if (!openAi) return hearing?.read;
  const words = wordsFor('en');
  const credential = new DefaultAzureCredential();
  return readWithOpenAi({
    ...openAi,
    tokenOf: async (abortSignal) => (await credential.getToken(OPENAI_SCOPE, { abortSignal })).token,
    catalogue: TOPICS.map(({ id }) => ({ id, label: words(`topics:${id}`) })),
    builtIn: hearing?.read ?? (async (text, asked) => hearByNames(text, asked)),
    log,
  });
}

function accountOf(storage: Config['storage']): StorageAccount {
  if (storage.kind === 'connectionString') return { connectionString: storage.value };
  const { tablesUrl, queuesUrl } = storage;
  return { tablesUrl, queuesUrl, credential: new DefaultAzureCredential() };
}
