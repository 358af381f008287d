import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '#bot/config.ts';
import { buildIfStale } from '#local/process/buildIfStale.ts';
import { freePort } from '#local/process/ports.ts';
import { PRODUCTION } from '#tests/bot/production.ts';
import { buildServer, SERVER } from '../../infra/server.ts';
import { inMs, table, x } from './house/compare.ts';
import { startStorage } from './house/storage.ts';
import { sayVerdicts } from './house/verdicts.ts';
import { busy, median, say } from './measure.ts';

/** What a child says of itself, in ms since its process began. */
interface Phases {
  loadedMs: number;
  builtMs: number;
  listensMs: number;
  /** User and system, all threads: what others do to the machine counts less. */
  cpuMs: number;
}
type Start = Phases & { aliveMs: number };

const ROUNDS = 5;
const ROOT = join(import.meta.dirname, '..', '..');
const KINDS = [
  { kind: 'bundle', script: 'house.ts', app: join(SERVER, 'app.js'), name: 'bundle, dist/server' },
  { kind: 'source', script: 'house.ts', app: join(ROOT, 'bot', 'app.ts'), name: 'source, bot/' },
  { kind: 'packages', script: 'packages.ts', name: 'every package of the source, none of its code' },
  { kind: 'bot', script: 'bot.ts', name: 'fastify and botbuilder' },
  { kind: 'fastify', script: 'fastify.ts', name: 'fastify alone' },
] as const;
type Kind = (typeof KINDS)[number]['kind'];

/** `npm run bench -- coldstart`: from nothing until /healthz answers, the product as it is deployed and from source. */
export async function benchColdStart(): Promise<void> {
  await buildIfStale(say);
  await buildServer();
  const azurite = await startStorage();
  const starts: Record<Kind, Start[]> = { bundle: [], source: [], packages: [], bot: [], fastify: [] };
  try {
    for (let n = -1; n < ROUNDS; n++)
      for (const one of n % 2 === 0 ? KINDS : KINDS.toReversed()) {
        const start = await startOnce(one, azurite.connectionString);
        // The first of each reads files that lie on disk.
        if (n >= 0) starts[one.kind].push(start);
      }
  } finally {
    await azurite.stop();
  }
  sayStarts(starts);
}

function sayStarts(starts: Record<Kind, Start[]>): void {
  const middle = (kind: Kind, phase: keyof Start) => median(starts[kind].map((start) => start[phase]));
  /** To another one of the same round; the median. */
  const ratio = (kind: Kind, other: Kind, phase: keyof Start = 'aliveMs') =>
    median(starts[kind].map((start, n) => start[phase] / (starts[other][n]?.[phase] ?? 0)));
  say(`Cold start, from the start of the process until /healthz answers; medians of ${ROUNDS} (${busy()})`);
  table(
    ['', 'alive', '÷ fastify', '÷ bot', '÷ source', 'cpu', '÷ bot', 'loaded', 'built', 'listens'],
    KINDS.map(({ kind, name }) => [
      ...[name, inMs(middle(kind, 'aliveMs'))],
      ...(['fastify', 'bot', 'source'] as const).map((other) => x(ratio(kind, other))),
      ...[inMs(middle(kind, 'cpuMs')), x(ratio(kind, 'bot', 'cpuMs'))],
      ...(['loadedMs', 'builtMs', 'listensMs'] as const).map((phase) => inMs(middle(kind, phase))),
    ]),
  );
  const figure = ratio('bundle', 'bot');
  sayVerdicts([
    {
      ...{ name: 'Cold start of the bundle', wanted: '≤ 1.50 × fastify and botbuilder' },
      ...{ measured: figure.toFixed(2), isMet: figure <= 1.5 },
    },
  ]);
}

async function startOnce(one: (typeof KINDS)[number], value: string): Promise<Start> {
  const port = await freePort();
  const config = readConfig({ ...PRODUCTION, PORT: `${port}` });
  const onThisMachine = { ...config, host: '127.0.0.1', storage: { kind: 'connectionString', value } };
  const startedMs = performance.now();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'cold', one.script), 'app' in one ? one.app : `${port}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CONFIG: JSON.stringify(onThisMachine) },
    },
  );
  try {
    for await (const line of createInterface(child.stdout)) {
      if (!line.startsWith('{"loadedMs"')) continue;
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
      if (!answer.ok) throw new Error(`${one.name} answers ${answer.status}`);
      return { ...(JSON.parse(line) as Phases), aliveMs: performance.now() - startedMs };
    }
    throw new Error(`${one.name} ended before it listened`);
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGKILL')) await ended;
  }
}
