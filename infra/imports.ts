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

const { ok, said } = run(process.execPath, [join('node_modules', 'oxlint', 'bin', 'oxlint'), ...FOLDERS]);
process.stdout.write(said);
const read = Number(/ on (\d+) files/.exec(said)?.[1] ?? 0);
const there = filesThere();
if (read < there)
  process.stdout.write(`oxlint read ${read} of ${there} files: what it has not read may import anything.\n`);
process.exitCode = ok && read >= there ? 0 : 1;
