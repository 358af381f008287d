import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Azurite, startAzurite } from '#local/process/azurite.ts';
import { localConfig } from '#local/process/config.ts';
import { freePort } from '#local/process/ports.ts';
import {
  filesToSend,
  inMb,
  npmCommandsOf,
  plantSecrets,
  runNpm,
  stage,
  textOf,
  unpack,
  weigh,
} from './deployment.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MOST_BYTES = 260e6;
const MOST_OF_HEARING = 50e6;
const MOST_FILES = 30_000;
/** What the server needs to say for itself, with a storage that stands on this machine. */
const START = `
  const { createApp } = await import('./bot/app.ts');
  await (await createApp(JSON.parse(process.env.CONFIG))).start();
`;
/** A message in which nobody names a topic. */
const HEAR = `
  const { HearingThread } = await import('./bot/threads/hearing.ts');
  const log = { info() {}, warn: console.error, error: console.error };
  const hearing = new HearingThread(log, { lateMs: 30_000 });
  await hearing.warm();
  const { offered } = await hearing.read('My knees shake as soon as forty faces look at me', 'wants');
  console.log('heard', ...offered.map(({ topic }) => topic));
  hearing.stop();
`;

let staged: string;
let elsewhere: string;
let azurite: Azurite;
let secrets: string[];
let sent: string[];
const children: ChildProcess[] = [];

beforeAll(async () => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  staged = mkdtempSync(join(ROOT, 'dist', 'deployment-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'turntable-deployed-'));
  stage(ROOT, staged, ['.git', '.local', 'dist']);
  secrets = plantSecrets(staged);
  const [, , prune = ''] = npmCommandsOf(textOf('teamsapp.yml'));
  runNpm(staged, prune);
  sent = filesToSend(staged, textOf('.webappignore'));
  unpack(sent, { from: staged, to: elsewhere });
  azurite = await startAzurite({ inMemory: true });
}, 300_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await azurite?.stop();
  for (const folder of [staged, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

describe('a deployment', () => {
  it('installs, builds, and sheds what only builds and tests, before it sends', () => {
    expect(npmCommandsOf(textOf('teamsapp.yml'))).toEqual([
      'ci',
      'run build',
      'prune --omit=dev --omit=optional',
    ]);
  });

  it('sends the server, its packages and the built tabs, and nothing else of this folder', () => {
    const tops = new Set(sent.map((file) => file.split(/[\\/]/)[0]));
    expect([...tops].sort()).toEqual(['bot', 'node_modules', 'package.json', 'tabs']);
    const built = join('tabs', 'dist');
    expect(sent.filter((file) => file.startsWith('tabs') && !file.startsWith(built))).toEqual([]);
    expect(sent).toContain(join('tabs', 'dist', 'index.html'));
    for (const secret of secrets) expect(sent).not.toContain(join(secret));
  });

  it('is under 260 MB and 30,000 files', () => {
    const { files, bytes, heaviest } = weigh(elsewhere, sent);
    process.stdout.write(`a deployment: ${files} files, ${inMb(bytes)} MB; in MB: ${heaviest.join(', ')}\n`);
    expect(files).toBeLessThan(MOST_FILES);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('carries the model, the vectors and their licences, by which topics are heard', () => {
    const isOfHearing = (file: string): boolean =>
      /^node_modules[\\/]@energetic-ai[\\/]|^bot[\\/]domain[\\/]hearing[\\/]vectors[\\/]/.test(file);
    const { files, bytes } = weigh(elsewhere, sent.filter(isOfHearing));
    process.stdout.write(`of it for hearing by meaning: ${files} files, ${inMb(bytes)} MB\n`);
    const model = join('node_modules', '@energetic-ai', 'model-embeddings-en');
    const vectors = ['topics.bin', 'words.bin'].map((name) =>
      join('bot', 'domain', 'hearing', 'vectors', name),
    );
    expect(sent).toEqual(
      expect.arrayContaining([...vectors, join(model, 'LICENSE'), join('bot', 'NOTICE.md')]),
    );
    expect(bytes).toBeLessThan(MOST_OF_HEARING);
  });

  it('hears by meaning from where it was unpacked', () => {
    writeFileSync(join(elsewhere, 'hear.ts'), HEAR);
    const { stdout, stderr } = spawnSync(process.execPath, ['hear.ts'], {
      cwd: elsewhere,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect(stdout, stderr).toMatch(/^heard .*publicSpeaking/m);
  }, 60_000);

  it('carries no development package', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { dev?: true }>;
    };
    const sentToo = Object.keys(packages).filter(
      (path) => packages[path]?.dev && sent.includes(join(path, 'package.json')),
    );
    expect(sentToo).toEqual([]);
  });

  it('starts with the command of the Bicep, as far as settings are there', () => {
    const command = /appCommandLine: 'node (.+)'/.exec(textOf('infra/azure/main.bicep'))?.[1] ?? '';
    const { stderr, stdout } = spawnSync(process.execPath, [command], {
      cwd: elsewhere,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect(`${stdout}${stderr}`).toContain('Turntable cannot start:');
    expect(`${stdout}${stderr}`).not.toContain('ERR_MODULE_NOT_FOUND');
  });

  it('answers to /healthz and shows the tabs from where it was unpacked', async () => {
    const appPort = await freePort();
    const url = `http://127.0.0.1:${appPort}`;
    const config = localConfig({
      ...{ url, appPort, issuerUrl: `${url}/issuer`, serviceUrls: [], botSecret: 'secret' },
      connectionString: azurite.connectionString,
      pseudonymKey: 'a key of at least thirty-two characters',
    });
    const child = spawn(process.execPath, ['--input-type=module', '--eval', START], {
      cwd: elsewhere,
      env: { PATH: process.env.PATH, CONFIG: JSON.stringify(config) },
    });
    children.push(child);
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    void once(child, 'exit').then(([code]) => {
      said += `ended with ${code}`;
    });
    const statusOf = async (path: string) => (await fetch(`${url}${path}`).catch(() => undefined))?.status;
    await vi.waitFor(async () => expect(await statusOf('/healthz'), said).toBe(200), 60_000);
    expect(await statusOf('/readyz')).toBe(200);
    expect(await statusOf('/tabs/index.html')).toBe(200);
    expect(await statusOf('/tabs/panel.html')).toBe(200);
  }, 90_000);
});
