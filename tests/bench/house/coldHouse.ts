/** `node coldHouse.ts PORT CONNECTION`: the product as bot/index.ts starts it, on an emulator's tables. */
import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { PRODUCTION } from '#tests/bot/production.ts';

const loadedMs = performance.now();
const [port = '', value = ''] = process.argv.slice(2);
const config = readConfig({ ...PRODUCTION, PORT: port });
const app = await createApp({ ...config, host: '127.0.0.1', storage: { kind: 'connectionString', value } });
const builtMs = performance.now();
await app.start();
const { user, system } = process.cpuUsage();
const phases = { loadedMs, builtMs, listensMs: performance.now(), cpuMs: (user + system) / 1000 };
process.stdout.write(`${JSON.stringify(phases)}\n`);
