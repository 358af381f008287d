import { build, type InlineConfig, type Rollup } from 'vite';

/** Always for production: Vite would take over the `NODE_ENV` of a test run, and React its slow half. */
async function buildForProduction(config: InlineConfig) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await build(config);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** One bundle by Vite; `quiet`: only errors are said. */
export async function bundle(config: InlineConfig, quiet: boolean): Promise<Rollup.RollupOutput> {
  const built = await buildForProduction({ ...config, logLevel: quiet ? 'error' : 'warn' });
  if (Array.isArray(built) || !('output' in built)) throw new Error('Vite gave more than one bundle');
  return built;
}
