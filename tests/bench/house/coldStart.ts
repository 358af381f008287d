import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Azurite } from '#local/process/azurite.ts';
import { freePort } from '#local/process/ports.ts';
import { median, say } from '../measure.ts';
import { inMs, table, x } from './compare.ts';
import type { Verdict } from './verdicts.ts';

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
const KINDS = [
  { kind: 'house', script: 'coldHouse.ts', name: 'house' },
  { kind: 'packages', script: 'coldPackages.ts', name: 'every package of the house, none of its code' },
  { kind: 'bare', script: 'coldBare.ts', name: 'bare' },
] as const;
type Kind = (typeof KINDS)[number]['kind'];

/** From nothing until /healthz answers: the product as app.ts starts it, and a bare Fastify with botbuilder. */
export async function benchColdStart(azurite: Azurite): Promise<Verdict> {
  const starts: Record<Kind, Start[]> = { house: [], packages: [], bare: [] };
  for (let n = -1; n < ROUNDS; n++)
    for (const { kind, script } of n % 2 === 0 ? KINDS : KINDS.toReversed()) {
      const start = await startOnce(script, azurite.connectionString);
      // The first of each reads files that lie on disk.
      if (n >= 0) starts[kind].push(start);
    }
  const middle = (kind: Kind, phase: keyof Start) => median(starts[kind].map((start) => start[phase]));
  /** To the bare one of the same round; the median. */
  const ratio = (kind: Kind, phase: keyof Start) =>
    median(starts[kind].map((start, n) => start[phase] / (starts.bare[n]?.[phase] ?? 0)));
  say('Cold start until /healthz answers (bare: fastify and botbuilder, nothing else)');
  table(
    ['', 'alive', 'ratio', 'cpu', 'ratio', 'loaded', 'built', 'listens'],
    KINDS.map(({ kind, name }) => [
      ...[name, inMs(middle(kind, 'aliveMs')), x(ratio(kind, 'aliveMs'))],
      ...[inMs(middle(kind, 'cpuMs')), x(ratio(kind, 'cpuMs'))],
      ...(['loadedMs', 'builtMs', 'listensMs'] as const).map((phase) => inMs(middle(kind, phase))),
    ]),
  );
  const figure = ratio('house', 'aliveMs');
  return { name: 'Cold start', wanted: '≤ 1.50 × bare', measured: figure.toFixed(2), isMet: figure <= 1.5 };
}

async function startOnce(script: string, connectionString: string): Promise<Start> {
  const port = await freePort();
  const startedMs = performance.now();
  const child = spawn(process.execPath, [`${import.meta.dirname}/${script}`, `${port}`, connectionString], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface(child.stdout)) {
      if (!line.startsWith('{"loadedMs"')) continue;
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
      if (!answer.ok) throw new Error(`${script} answers ${answer.status}`);
      return { ...(JSON.parse(line) as Phases), aliveMs: performance.now() - startedMs };
    }
    throw new Error(`${script} ended before it listened`);
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGKILL')) await ended;
  }
}
