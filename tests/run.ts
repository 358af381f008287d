/** `npm test`: types, lint, every test on real components; prints `N passed, N failed` last. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS } from './checks.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
  testResults: { name: string; status: string; message: string }[];
}

const run = (command: string, args: readonly string[]): boolean => {
  process.stdout.write(`\n> ${[command.split('/').at(-1), ...args].join(' ')}\n`);
  return spawnSync(command, [...args], { stdio: 'inherit' }).status === 0;
};

const folder = mkdtempSync(join(tmpdir(), 'turntable-tests-'));
const reportFile = join(folder, 'report.json');
const checks: [string, boolean][] = [
  ...Object.values(CHECKS).map(({ name, program, args }): [string, boolean] => [name, run(program, args)]),
  ['build', run(process.execPath, ['infra/build.ts'])],
];
const ran = run(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
]);

const { passed, failed } = count();
rmSync(folder, { recursive: true, force: true });
for (const [name, ok] of checks) if (!ok) process.stdout.write(`${name}: failed\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** Each check counts as one test; a test file that could not even be read counts as one failure. */
function count(): { passed: number; failed: number } {
  const fine = checks.filter(([, ok]) => ok).length;
  const wrong = checks.length - fine;
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    const unreadable = report.testResults.filter(
      (file) => file.status === 'failed' && file.message !== '',
    ).length;
    const broken = report.numFailedTests + unreadable;
    return { passed: report.numPassedTests + fine, failed: broken + wrong + (ran || broken > 0 ? 0 : 1) };
  } catch {
    return { passed: fine, failed: wrong + 1 };
  }
}
