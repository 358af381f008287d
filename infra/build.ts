/** Builds what browsers load and what a server runs, and weighs what the side panel needs before its first paint. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Rollup } from 'vite';
import { bundle } from './forProduction.ts';
import { buildServer, inMb, weighServer } from './server.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TABS = here('../tabs/vite.config.ts');
const TABS_DIST = here('../tabs/dist');
const LOCAL_PAGE = here('local/page/vite.config.ts');
const QUALITY = constants.BROTLI_PARAM_QUALITY;
/** One under the best, which takes ten times as long for two parts in a hundred. */
const BROTLI = 9;
/** The panel may weigh this much of a bare Fluent page. */
const MOST = 1.25;

/** The tabs as they would be built, without touching the built ones. */
export const bundleTabs = (): Promise<Rollup.RollupOutput> =>
  bundle({ configFile: TABS, build: { write: false } }, true);

/** Builds the tabs, and the local Teams page where there is one. */
export async function buildAll({ quiet = false } = {}): Promise<Rollup.RollupOutput> {
  const tabs = await bundle({ configFile: TABS }, quiet);
  compressAll(TABS_DIST);
  if (existsSync(LOCAL_PAGE)) await bundle({ configFile: LOCAL_PAGE }, quiet);
  return tabs;
}

/** Beside each text the same as brotli and gzip, so that a server packs nothing while somebody waits. */
function compressAll(dir: string): void {
  for (const path of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css|html|json|svg)$/.test(path)) continue;
    const bytes = readFileSync(join(dir, path));
    writeFileSync(join(dir, `${path}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(dir, `${path}.br`), brotliCompressSync(bytes, { params: { [QUALITY]: BROTLI } }));
  }
}

/** Gzipped bytes of a page's entry script, everything it imports statically, and their styles. */
export function firstPaintBytes({ output }: Rollup.RollupOutput, page: string): number {
  const byName = new Map(output.map((file) => [file.fileName, file]));
  const entry = output.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(page));
  if (!entry) throw new Error(`No page ${page} in the bundle`);
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    const file = byName.get(name);
    if (file?.type !== 'chunk') return;
    for (const other of file.imports) need(other);
    for (const style of file.viteMetadata?.importedCss ?? []) need(style);
  };
  need(entry.fileName);
  let bytes = 0;
  for (const name of needed) {
    const file = byName.get(name);
    if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source).length;
  }
  return bytes;
}

/** Weighs the side panel against the bare page, both gzipped. */
export async function weigh(
  tabs: Rollup.RollupOutput,
): Promise<{ panel: number; bare: number; ratio: number }> {
  const yardstick = await bundle(
    { configFile: false, root: here('bare'), build: { write: false, target: 'es2022' } },
    true,
  );
  const panel = firstPaintBytes(tabs, 'tabs/panel.html');
  const bare = firstPaintBytes(yardstick, 'bare/index.html');
  return { panel, bare, ratio: panel / bare };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { panel, bare, ratio } = await weigh(await buildAll());
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  say(`Side panel before its first paint: ${kilobytes(panel)} gzipped`);
  say(`Bare Fluent page:                  ${kilobytes(bare)} gzipped`);
  say(`Ratio:                             ${ratio.toFixed(2)} (at most ${MOST})`);
  await buildServer();
  const { files, bytes } = weighServer();
  say(`Server, ready to be deployed:      ${inMb(bytes)} MB in ${files} files, dist/server`);
  if (ratio > MOST) process.exitCode = 1;
}
