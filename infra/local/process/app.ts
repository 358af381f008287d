/** The app process of the local Teams: the product as it is, with a clock that can be moved. */
import { createApp } from '#bot/app.ts';
import { localCredentials } from '#local/issuer/credentials.ts';
import type { FromApp, ToApp } from './appProcess.ts';

type App = Awaited<ReturnType<typeof createApp>>;

let app: App | undefined;
let offsetMs = 0;

const tell = (message: FromApp): void => void process.send?.(message);

async function start({ settings }: Extract<ToApp, { tell: 'start' }>): Promise<void> {
  offsetMs = settings.offsetMs;
  app = await createApp(settings.config, {
    clock: { now: () => Date.now() + offsetMs },
    botCredentials: localCredentials(settings.config.bot.appId, settings.credentials),
  });
  await app.start();
  tell({ told: 'started' });
}

async function tick(message: Extract<ToApp, { tell: 'tick' }>): Promise<void> {
  offsetMs = message.offsetMs;
  const error = await app?.tick().then(
    () => undefined,
    (reason: unknown) => String(reason),
  );
  tell({ told: 'ticked', number: message.number, ...(error ? { error } : {}) });
}

process.on('message', async (message: ToApp) => {
  if (message.tell === 'start') return start(message);
  if (message.tell === 'tick') return tick(message);
  await app?.stop();
  process.exit(0);
});
// Without its parent there is nobody to serve.
process.on('disconnect', () => process.exit(0));
// Whoever presses Ctrl+C speaks to the parent, which says goodbye in order.
process.on('SIGINT', () => undefined);
