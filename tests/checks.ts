import { join } from 'node:path';

export interface Check {
  name: string;
  program: string;
  args: readonly string[];
}

const node = (name: string, path: string[], ...args: string[]): Check => ({
  name,
  program: process.execPath,
  args: [join(...path), ...args],
});

/** What `npm test` looks at before anything runs. tests/rules plants faults and holds these very commands to them. */
export const CHECKS = {
  types: node('types', ['node_modules', 'typescript', 'bin', 'tsc'], '--build'),
  lint: node('lint', ['node_modules', '@biomejs', 'biome', 'bin', 'biome'], 'check', '--error-on-warnings'),
  imports: node('imports', ['infra', 'imports.ts']),
  unused: node('unused', ['node_modules', 'knip', 'bin', 'knip.js'], '--no-progress'),
} as const;
