import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

interface Rules {
  test(path: string): { ignored: boolean };
}
// The package that the toolkit itself asks, in the version it uses.
const ignore = createRequire(import.meta.url)('ignore') as () => { add(patterns: string): Rules };

/** The arguments of every npm command that a deployment runs, in their order. */
export const npmCommandsOf = (teamsapp: string): string[] =>
  [...teamsapp.matchAll(/uses: cli\/runNpmCommand\s+with:\s+args: (.+)/g)].map((found) => found[1] ?? '');

/** What npm writes to: a link would carry it back to where it came from. */
const WRITTEN = ['package.json', 'package-lock.json', '.package-lock.json'];

/** The folder `from` once more, as links: what npm removes there stays here. `without`: names left out at its top. */
export function stage(from: string, to: string, without: readonly string[] = []): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (without.includes(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) stage(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (WRITTEN.includes(entry.name)) copyFileSync(source, target);
    else linkOrCopy(source, target);
  }
}

/** Removes what only builds and tests, with the very arguments of the deployment. */
export function runNpm(folder: string, args: string): void {
  const done = spawnSync('npm', [...args.split(' '), '--offline', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`npm ${args} failed:\n${done.stderr}`);
}

/**
 * Files that the toolkit's deployment would send, as paths below `folder`: it walks like klaw, asks every path as it
 * is, folders too, and looks into none that is ignored.
 */
export function filesToSend(folder: string, ignoreFile: string): string[] {
  const rules = ignore().add(ignoreFile);
  const walk = (at: string): string[] =>
    readdirSync(at).flatMap((name) => {
      const path = join(at, name);
      if (rules.test(relative(folder, path)).ignored) return [];
      return lstatSync(path).isDirectory() ? walk(path) : [relative(folder, path)];
    });
  return walk(folder);
}

/** Lays files out elsewhere as unzipping does: a link has become what it pointed to. */
export function unpack(files: readonly string[], { from, to }: { from: string; to: string }): void {
  for (const file of files) {
    const target = join(to, file);
    mkdirSync(dirname(target), { recursive: true });
    if (lstatSync(join(from, file)).isSymbolicLink()) copyFileSync(join(from, file), target);
    else linkOrCopy(join(from, file), target);
  }
}

/** Files as a network share counts them, and the packages and folders that weigh most, in MB. */
export function weigh(folder: string, files: readonly string[]) {
  const weights = new Map<string, number>();
  let bytes = 0;
  for (const file of files) {
    const { size } = statSync(join(folder, file));
    const [first = '', second = '', third = ''] = file.split(/[\\/]/);
    const part = first === 'node_modules' ? (second.startsWith('@') ? `${second}/${third}` : second) : first;
    weights.set(part, (weights.get(part) ?? 0) + size);
    bytes += size;
  }
  const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 8);
  return { files: files.length, bytes, heaviest: heaviest.map(([part, size]) => `${part} ${inMb(size)}`) };
}

export const inMb = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Things that must never leave the house, laid where they would lie. */
export function plantSecrets(folder: string): string[] {
  const secrets = [
    'infra/env/.env.dev.user',
    '.local/keys.json',
    '.git/config',
    'dist/app.zip',
    'notes.txt',
    '.env',
  ];
  for (const path of secrets) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'not for others');
  }
  return secrets;
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK'].includes((error as { code?: string }).code ?? '')) throw error;
    copyFileSync(source, target);
  }
}

export const textOf = (path: string): string => readFileSync(path, 'utf8');
