/** `npm run imports`: who imports whom, as oxlint.config.ts has it. A tool that reads less than there is, fails. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['bot', 'tabs', 'infra'];

function run(program: string, args: string[]): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  return { ok: status === 0, said: `${stdout}${status === 0 ? '' : stderr}` };
}

/** What git knows or would take. */
function filesThere(): number {
  const { ok, said } = run('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...FOLDERS]);
  if (!ok) throw new Error(`git does not list the files, so nobody knows whether all are read.\n${said}`);
  return said.split('\n').filter((file) => /\.(?:ts|tsx|mts|mjs)$/.test(file) && existsSync(join(ROOT, file)))
    .length;
}

interface Reading {
  number_of_files: number;
  diagnostics: {
    filename: string;
    code: string;
    message: string;
    help?: string;
    labels: { span: { line: number } }[];
  }[];
}

/** What oxlint says to programs: its words to people change with where it runs. */
function readingOf(said: string): Reading {
  try {
    return JSON.parse(said) as Reading;
  } catch {
    process.stdout.write(said);
    return { number_of_files: 0, diagnostics: [] };
  }
}

const { ok, said } = run(process.execPath, [
  join('node_modules', 'oxlint', 'bin', 'oxlint'),
  '--format=json',
  '--deny-warnings',
  ...FOLDERS,
]);
const { diagnostics, number_of_files: read } = readingOf(said);
for (const { filename, labels, code, message, help } of diagnostics)
  process.stdout.write(`${filename}:${labels[0]?.span.line ?? 1} ${code}: ${message} ${help ?? ''}\n`);
const there = filesThere();
if (read < there)
  process.stdout.write(`oxlint read ${read} of ${there} files: what it has not read may import anything.\n`);
process.exitCode = ok && read >= there ? 0 : 1;
