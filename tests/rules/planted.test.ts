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

function clear(): void {
  for (const file of planted) rmSync(file);
  planted = [];
}

interface Found {
  category: string;
  severity: string;
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
afterEach(clear);
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

/** The faults beside each other, each in a file of its own, so that one run of a check reads them all. */
const apart = (faults: readonly Planted[]): Planted[] =>
  faults.map((fault, n) => ({ ...fault, file: fault.file.replace(/planted/i, `$&${n}`) }));

/** What a check says of all of them at once; nothing of them is left behind. */
function saidOf(folder: string, faults: readonly Planted[], check: Check, ...more: string[]): string {
  for (const fault of faults) plant(folder, fault);
  const { ok, said } = run(folder, check, ...more);
  clear();
  expect(ok).toBe(false);
  return said;
}

describe('lint refuses', () => {
  const files = (faults: readonly Planted[]) => faults.map(({ file }) => file);
  const json = ['--reporter=json', '--max-diagnostics=none'];
  const together = apart(LINT.filter(({ beside }) => !beside));
  let known: Found[] = [];
  const foundIn = (faults: readonly Planted[]): Found[] => {
    const said = saidOf(bare, faults, CHECKS.lint, ...json, ...files(faults));
    return (JSON.parse(said.slice(0, said.lastIndexOf('}') + 1)) as { diagnostics: Found[] }).diagnostics;
  };
  const isRefused = ({ file, line, rule }: Planted, found: readonly Found[]): void => {
    // What is only information does not fail the check.
    const there = found.filter(
      ({ location, severity }) =>
        location.path === file && location.start.line === line && /^(?:warning|error|fatal)$/.test(severity),
    );
    const names = there.map(({ category, message }) => (category === 'plugin' ? before(message) : category));
    expect(names).toContain(rule);
  };

  beforeAll(() => {
    known = foundIn(together);
  }, SLOW_MS);

  it.each(together)('$fault', (fault) => {
    isRefused(fault, known);
  });

  it.each(LINT.filter(({ beside }) => beside))(
    '$fault',
    (fault) => {
      isRefused(fault, foundIn([fault]));
    },
    SLOW_MS,
  );
});

describe('imports refuses', () => {
  const together = apart(IMPORTS);
  let refused: string[] = [];

  beforeAll(() => {
    refused = refusedIn(saidOf(whole, together, CHECKS.imports));
  }, SLOW_MS);

  it.each(together)('$fault', ({ file, line, rule }) => {
    expect(refused).toContain(`${file}:${line} ${rule}`);
  });

  it(
    'a tool that does not read everything',
    () => {
      const ignoring = { fault: '', rule: '', line: 1, file: '.eslintignore', code: 'bot/usecases/\n' };
      expect(saidOf(whole, [ignoring], CHECKS.imports)).toMatch(/oxlint read \d+ of \d+ files/);
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
