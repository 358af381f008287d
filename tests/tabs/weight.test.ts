import { expect, test } from 'vitest';
import { bundleTabs, weigh } from '../../infra/build.ts';

test('the side panel weighs at most a quarter more than a bare Fluent page', async () => {
  expect((await weigh(await bundleTabs())).ratio).toBeLessThanOrEqual(1.25);
}, 120_000);
