import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.ts';

export interface Azurite {
  /** Of the emulator's well-known account, for any Azure storage client. */
  connectionString: string;
  /** Ends it and waits until its data are on disk. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: what was written in the last five seconds may be lost. */
  kill(): Promise<void>;
}

export interface AzuriteOptions {
  /** Where data stay; nothing stays without it. */
  dir?: string;
  inMemory?: boolean;
}

interface RunningAzurite {
  blob: number;
  queue: number;
  table: number;
  pid: number;
}

const READY_WITHIN_MS = 30_000;
const STOPPED_WITHIN_MS = 15_000;
const SERVICES = ['blob', 'queue', 'table'] as const;
/** Published by Microsoft for the emulator; opens nothing else. */
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
/** When whoever started it is gone, its input ends, and it saves and leaves too. */
const LEAVE_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  "process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume().unref();",
)}`;

/** Azure's storage on this machine, on free ports of 127.0.0.1; the same ones again when they are still free. */
export async function startAzurite(options: AzuriteOptions = {}): Promise<Azurite> {
  const { inMemory = !options.dir } = options;
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'turntable-azurite-'));
  mkdirSync(dir, { recursive: true });
  const before = readKept(dir);
  if (before) await gone(before.pid);
  const ports = await choosePorts(before);
  const child = launch(dir, ports, inMemory);
  writeFileSync(join(dir, 'ports.json'), JSON.stringify({ ...ports, pid: child.pid }));
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    await endProcess(child, signal);
    if (!options.dir) rmSync(dir, { recursive: true, force: true });
  };
  try {
    await untilReady(child, ports);
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return {
    connectionString: connectionStringOf(ports),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function launch(dir: string, ports: Omit<RunningAzurite, 'pid'>, inMemory: boolean): ChildProcess {
  const script = createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js');
  const args = [
    '--import',
    LEAVE_WITH_PARENT,
    script,
    '--silent',
    '--disableTelemetry',
    '--skipApiVersionCheck',
  ];
  for (const name of SERVICES) args.push(`--${name}Host`, '127.0.0.1', `--${name}Port`, String(ports[name]));
  args.push(...(inMemory ? ['--inMemoryPersistence'] : ['--location', dir]));
  return spawn(process.execPath, args, { cwd: dir, stdio: ['pipe', 'ignore', 'ignore'] });
}

async function choosePorts(before: RunningAzurite | undefined): Promise<Omit<RunningAzurite, 'pid'>> {
  const taken: number[] = [];
  for (const name of SERVICES) {
    const wanted = before?.[name] ?? 0;
    let port = await freePort(wanted);
    while (taken.includes(port)) port = await freePort();
    taken.push(port);
  }
  const [blob = 0, queue = 0, table = 0] = taken;
  return { blob, queue, table };
}

function readKept(dir: string): RunningAzurite | undefined {
  try {
    return JSON.parse(readFileSync(join(dir, 'ports.json'), 'utf8')) as RunningAzurite;
  } catch {
    // The first start here, or a file cut short by a power cut: any ports do.
    return undefined;
  }
}

/** Two on one folder would write over each other; the last one may still be saving. */
async function gone(pid: number): Promise<void> {
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // No such process, or one that isn't ours.
    return false;
  }
}

async function untilReady(child: ChildProcess, ports: Omit<RunningAzurite, 'pid'>): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (const port of [ports.queue, ports.table]) {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`Azurite ended with code ${child.exitCode}.`);
      if (Date.now() > deadline) throw new Error(`Azurite did not answer within ${READY_WITHIN_MS} ms.`);
      await sleep(50);
    }
  }
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/${ACCOUNT}`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );

async function endProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  child.kill(signal);
  await exited;
  clearTimeout(late);
}

function connectionStringOf(ports: Omit<RunningAzurite, 'pid'>): string {
  const endpoint = (name: string, port: number) => `${name}Endpoint=http://127.0.0.1:${port}/${ACCOUNT}`;
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${ACCOUNT_KEY}`,
    endpoint('Blob', ports.blob),
    endpoint('Queue', ports.queue),
    endpoint('Table', ports.table),
    '',
  ].join(';');
}
