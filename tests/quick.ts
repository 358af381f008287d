/** `npm run quick`: every check and the tests that need no Azurite, browser or build, side by side. */
import { spawn } from 'node:child_process';
import { CHECKS, type Check } from './checks.ts';

const tests: Check = {
  name: 'tests',
  program: process.execPath,
  args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/quick.config.ts', '--reporter=dot'],
};

/** Says what it found once it is through, so that nothing is mixed. */
const run = ({ name, program, args }: Check): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('error', reject).on('close', (code) => {
      process.stdout.write(code === 0 ? `${name}: fine\n` : `\n${name}: failed\n${said}\n`);
      resolve(code === 0);
    });
  });

const fine = await Promise.all([...Object.values(CHECKS), tests].map(run));
process.exitCode = fine.every(Boolean) ? 0 : 1;
