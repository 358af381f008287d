import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS, type Check } from '#tests/checks.ts';
import { IMPORTS, LINT, type Planted, TYPES } from './planted.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SLOW_MS = 180_000;
/** All of the tree, and only what the checks are told by: there one file is read quickly. */
let whole = '';
let bare = '';
let planted: string[] = [];

const run = (folder: string, { program, args }: Check, ...more: string[]): { ok: boolean; said: string } => {
  const { status, stdout, stderr } = spawnSync(program, [...args, ...more], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { ok: status === 0, said: stdout + stderr };
};

function copyOf(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'turntable-rules-'));
  for (const file of files.filter((one) => existsSync(join(ROOT, one))))
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  // Not the whole folder: what is built meanwhile has to stay out of the real one.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => one !== '.cache'))
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}

function plant(folder: string, { file, code, beside = {} }: Planted): void {
  for (const [path, text] of Object.entries({ [file]: code, ...beside })) {
    const full = join(folder, path);
    expect(existsSync(full), path).toBe(false);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    planted.push(full);
  }
}

interface Found {
  category: string;
  message: string;
  location: { path: string; start: { line: number } };
}

/** The name in front of a message of ours. */
const before = (message: string): string => message.split(':')[0] ?? '';

/** `file:line rule`, for every refusal; imports are named by what is said of them. */
const refusedIn = (said: string): string[] =>
  [...said.matchAll(/^(\S+:\d+) (\S+): .*?(?:pattern\. (\w+):.*)?$/gm)].map(
    ([, place, rule, named]) => `${place} ${named ?? rule}`,
  );

beforeAll(() => {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const files = stdout.trim().split('\n');
  whole = copyOf(files);
  bare = copyOf(files.filter((file) => !file.includes('/') || file.endsWith('.grit')));
});
afterEach(() => {
  for (const file of planted) rmSync(file);
  planted = [];
});
afterAll(() => {
  for (const folder of [whole, bare]) rmSync(folder, { recursive: true, force: true });
});

describe('the unharmed tree', () => {
  it.each(Object.values(CHECKS))(
    'passes: $name',
    (check) => {
      expect(run(whole, check)).toMatchObject({ ok: true });
    },
    SLOW_MS,
  );
});

describe('lint refuses', () => {
  it.each(LINT)(
    '$fault',
    (fault) => {
      plant(bare, fault);
      const { ok, said } = run(bare, CHECKS.lint, '--reporter=json', fault.file);
      expect(ok).toBe(false);
      const found = (JSON.parse(said.slice(0, said.lastIndexOf('}') + 1)) as { diagnostics: Found[] })
        .diagnostics;
      const there = found.filter(
        ({ location }) => location.path === fault.file && location.start.line === fault.line,
      );
      const names = there.map(({ category, message }) =>
        category === 'plugin' ? before(message) : category,
      );
      expect(names).toContain(fault.rule);
    },
    SLOW_MS,
  );
});

describe('imports refuses', () => {
  it.each(IMPORTS)(
    '$fault',
    (fault) => {
      plant(whole, fault);
      const { ok, said } = run(whole, CHECKS.imports);
      expect(ok).toBe(false);
      expect(refusedIn(said)).toContain(`${fault.file}:${fault.line} ${fault.rule}`);
    },
    SLOW_MS,
  );

  it(
    'a tool that does not read everything',
    () => {
      plant(whole, { fault: '', rule: '', line: 1, file: '.eslintignore', code: 'bot/usecases/\n' });
      const { ok, said } = run(whole, CHECKS.imports);
      expect(ok).toBe(false);
      expect(said).toMatch(/oxlint read \d+ of \d+ files/);
    },
    SLOW_MS,
  );
});

describe('types refuses', () => {
  it.each(TYPES)(
    '$fault',
    ({ world, ...fault }) => {
      plant(whole, fault);
      const { ok, said } = run(whole, CHECKS.types, world);
      expect(ok).toBe(false);
      expect(said).toMatch(new RegExp(`^${fault.file}\\(${fault.line},\\d+\\): error ${fault.rule}:`, 'm'));
    },
    SLOW_MS,
  );
});

describe('unused refuses', () => {
  it(
    'a file that nobody imports',
    () => {
      const file = 'bot/domain/basics/planted.ts';
      plant(whole, { fault: '', rule: '', line: 1, file, code: 'export const planted = 1;\n' });
      const { ok, said } = run(whole, CHECKS.unused);
      expect(ok).toBe(false);
      expect(said).toContain(file);
    },
    SLOW_MS,
  );
});
