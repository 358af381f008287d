import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { isBuiltin } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { type Transferable, Worker } from 'node:worker_threads';
import type { Config } from '#bot/config.ts';

/** The arguments of every npm command that a deployment runs, in their order. */
export const npmCommandsOf = (teamsapp: string): string[] =>
  [...teamsapp.matchAll(/uses: cli\/runNpmCommand\s+with:\s+args: (.+)/g)].map((found) => found[1] ?? '');

/** Every file of a folder, as paths below it with slashes. */
export const filesIn = (folder: string): string[] =>
  globSync('**', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll(sep, '/'))
    .sort();

/** What each file of a folder holds, as a digest. */
export const digestsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesIn(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );

/** Packages that the bundled code asks Node for, by import or require. */
export function packagesAsked(folder: string): string[] {
  const asked = globSync('*.js', { cwd: folder }).flatMap((file) => {
    const code = readFileSync(join(folder, file), 'utf8');
    return [
      ...code.matchAll(
        /^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|^import "([^"]+)"|\b__require\("([^"]+)"\)/gm,
      ),
    ];
  });
  const names = asked.map(([, from, bare, required]) => from ?? bare ?? required ?? '');
  return [...new Set(names)].filter((name) => !name.startsWith('.') && !isBuiltin(name)).sort();
}

/** Name and version of every package that was bundled, or lies in the bundle as it is. */
export function shippedIn(folder: string): string[] {
  const licences = readFileSync(join(folder, 'LICENSES.md'), 'utf8');
  const bundled = [...licences.matchAll(/^## (\S+) - (\d+\.\S+)/gm)].map(
    ([, name, version]) => `${name} ${version}`,
  );
  const kept = filesIn(folder)
    .map((file) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file))
    .flatMap((found) => (found ? [found[0]] : []))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name: string; version: string })
    .map(({ name, version }) => `${name} ${version}`);
  return [...new Set([...bundled, ...kept])];
}

const STARTER = join(import.meta.dirname, '..', 'bench', 'cold', 'house.ts');

/** A deployed server as a process of its own, on a storage that stands on this machine; `said` has its complaints. */
export function startDeployed(folder: string, config: Config): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [STARTER, join(folder, 'app.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, CONFIG: JSON.stringify(config) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  child.once('exit', (code) => {
    said += `ended with ${code}`;
  });
  return { child, said: () => said };
}

/** The command of the Bicep, with the settings of an environment alone. */
export const startIn = (folder: string, env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['index.js'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  });

export interface Identity {
  /** What App Service sets where a server has an identity. */
  env: Record<string, string>;
  secret: string;
  asked(): { resource: string | null; header: string | undefined }[];
  stop(): void;
}

/** The endpoint of App Service's managed identity, which never answers: so nobody goes anywhere with a token. */
export async function startIdentity(): Promise<Identity> {
  const asked: ReturnType<Identity['asked']> = [];
  const server = createServer(({ url = '', headers }) => {
    const { searchParams } = new URL(url, 'http://127.0.0.1');
    const header = headers['x-identity-header'];
    asked.push({ resource: searchParams.get('resource'), header: header?.toString() });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const secret = 'a header that App Service makes';
  return {
    env: { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: secret },
    secret,
    asked: () => asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Has a thread of a deployed server do one piece of work, and ends it. */
export async function workIn<Answer>(
  folder: string,
  file: string,
  work: unknown,
  handedOver: Transferable[] = [],
): Promise<Answer> {
  const worker = new Worker(join(folder, 'compiled.js'), { workerData: { file } });
  try {
    const answered = new Promise<Answer>((resolve) =>
      worker.on('message', (said: { answer?: Answer }) => {
        if ('answer' in said) resolve(said.answer as Answer);
      }),
    );
    worker.postMessage(work, handedOver);
    const failed = once(worker, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code}`);
    });
    return await Promise.race([answered, failed]);
  } finally {
    await worker.terminate();
  }
}

export const textOf = (path: string): string => readFileSync(path, 'utf8');
