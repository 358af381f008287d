import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { weigh } from '../../infra/build.ts';

test('the side panel weighs at most a quarter more than a bare Fluent page', async () => {
  const tabs = await build({ configFile: 'tabs/vite.config.ts', logLevel: 'error', build: { write: false } });
  expect((await weigh(tabs as Rollup.RollupOutput)).ratio).toBeLessThanOrEqual(1.25);
}, 120_000);
