import { readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

it('runs in CI the very command of the README, on the Node of production, and may only read', () => {
  const { jobs, permissions } = read('.github/workflows/ci.yml') as {
    permissions: object;
    jobs: Record<string, { steps: { run?: string; uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  expect(permissions).toEqual({ contents: 'read' });
  expect(steps.flatMap(({ run = [] }) => run)).toEqual(['.ci/run', 'npm run sbom', 'npm run package']);
  expect(statSync('.ci/run').mode & 0o111).not.toBe(0);
  const bicep = readFileSync('infra/azure/main.bicep', 'utf8');
  const node = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))?.with?.['node-version'];
  expect(bicep).toContain(`linuxFxVersion: 'NODE|${node}-lts'`);
  // Nothing of this repository is handed to somebody else's code but Microsoft's own actions.
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
});

it('is told of updates to every package and action', () => {
  const { updates } = read('.github/dependabot.yml') as { updates: { 'package-ecosystem': string }[] };
  expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});
