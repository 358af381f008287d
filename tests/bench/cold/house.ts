/** `CONFIG=… node house.ts FILE`: the product as index.ts starts it; FILE is bot/app.ts, or app.js of the bundle. */
import { pathToFileURL } from 'node:url';
import type { createApp } from '#bot/app.ts';

const house = (await import(pathToFileURL(process.argv[2] ?? '').href)) as { createApp: typeof createApp };
const loadedMs = performance.now();
const app = await house.createApp(JSON.parse(process.env.CONFIG ?? ''));
const builtMs = performance.now();
await app.start();
const { user, system } = process.cpuUsage();
const phases = { loadedMs, builtMs, listensMs: performance.now(), cpuMs: (user + system) / 1000 };
process.stdout.write(`${JSON.stringify(phases)}\n`);
