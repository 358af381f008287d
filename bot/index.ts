import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';

try {
  const app = await createApp(readConfig());
  await app.start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void app.stop().then(() => process.exit(0)));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
