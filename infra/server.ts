/** The server as it is deployed: bundled into one folder, which needs nothing but Node. */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type InlineConfig, normalizePath, type Plugin, type Rollup } from 'vite';
import { bundle } from './forProduction.ts';
import { copyKept, KEPT, twinsIn } from './kept.ts';

const ROOT = join(import.meta.dirname, '..');
export const SERVER = join(ROOT, 'dist', 'server');
/** Read or shown at run time; each lies in the bundle where it lies here. */
const FILES = [
  'LICENSE',
  'bot/NOTICE.md',
  'bot/words/*/*.json',
  'bot/domain/hearing/vectors/*.bin',
  'bot/domain/hearing/vectors/topics.json',
  'tabs/dist/**',
];

/** `index` starts the server, `app` is all of it; the others are the threads. */
const entries = (): Record<string, string> =>
  Object.fromEntries(
    [
      'bot/index.ts',
      'bot/app.ts',
      'bot/threads/compiled.ts',
      ...globSync('bot/threads/*Worker.ts', { cwd: ROOT }),
    ]
      .sort()
      .map((file) => [file.replace(/^.*[\\/]|\.ts$/g, ''), join(ROOT, file)]),
  );

/** All code lies at the top of the bundle. A module that asks for its folder is told the one that its files are in. */
const inPlace: Plugin = {
  name: 'turntable:in-place',
  enforce: 'pre',
  transform(code, id) {
    const within = normalizePath(relative(ROOT, id));
    if (!within.startsWith('bot/') || !code.includes('import.meta.dirname')) return undefined;
    const folder = within.slice(0, within.lastIndexOf('/'));
    return code.replaceAll('import.meta.dirname', `\`\${import.meta.dirname}/${folder}\``);
  },
};

/** Packages that others use where they lie around: here they do, for tests alone. In the bundle they are empty. */
const ABSENT = ['supports-color'];
const leftOut: Plugin = {
  name: 'turntable:left-out',
  enforce: 'pre',
  resolveId: (source) => (ABSENT.includes(source) ? `\0absent:${source}` : undefined),
  load: (id) => (id.startsWith('\0absent:') ? 'export {};' : undefined),
};

const TWINS = twinsIn(ROOT);

/**
 * Bundled once is what lies in several places in one version, and what Azure ships both as modules and for `require`:
 * read, compiled and run once, a server starts the sooner.
 */
const once: Plugin = {
  name: 'turntable:once',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = importer && (await this.resolve(source, importer, { ...options, skipSelf: true }));
    if (!found || found.external || !found.id.includes('/node_modules/')) return found || undefined;
    const first = TWINS.reduce((id, [twin, one]) => id.replace(`/${twin}/`, `/${one}/`), found.id);
    // Not from one file to another: a module may ask for what it shares with its own other form.
    const asModule = source.startsWith('@azure/') ? first.replace('/dist/commonjs/', '/dist/esm/') : first;
    return { ...found, id: existsSync(asModule) ? asModule : first };
  },
};

/**
 * Not minified: a stack trace names functions, and above each module stands the path of its source. Without other
 * comments and in ASCII, because that is read and compiled in half the time; the licences are in LICENSES.md.
 */
const config = (outDir: string): InlineConfig => ({
  configFile: false,
  root: ROOT,
  plugins: [inPlace, leftOut, once],
  ssr: { target: 'node', noExternal: true, external: Object.keys(KEPT) },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    target: 'node24',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      input: entries(),
      output: {
        ...{ entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', comments: false },
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
      },
    },
  },
});

/** Builds the server, with the tabs as they were built before, into a folder that is emptied first. */
export async function buildServer(into = SERVER): Promise<Rollup.RollupOutput> {
  if (!existsSync(join(ROOT, 'tabs', 'dist', 'index.html'))) throw new Error('The tabs are not built yet');
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const built = await bundle(config(into), true);
  for (const file of globSync(FILES, { cwd: ROOT }).sort())
    if (statSync(join(ROOT, file)).isFile()) cpSync(join(ROOT, file), join(into, file));
  copyKept(ROOT, into);
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const described = { name, version, private: true, license, type: 'module', engines: { node: '>=24' } };
  writeFileSync(join(into, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
  return built;
}

/** How many files a bundle has, how much they weigh, and which parts of it the most, in MB. */
export function weighServer(folder = SERVER): { files: number; bytes: number; heaviest: string[] } {
  const weights = new Map<string, number>();
  const found = globSync('**', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  let bytes = 0;
  for (const file of found) {
    const { size } = statSync(join(folder, file));
    const part = file.split(sep, file.startsWith('node_modules') ? 3 : 2).join('/');
    weights.set(part, (weights.get(part) ?? 0) + size);
    bytes += size;
  }
  const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 8);
  return { files: found.length, bytes, heaviest: heaviest.map(([part, size]) => `${part} ${inMb(size)}`) };
}

export const inMb = (bytes: number): string => (bytes / 1e6).toFixed(1);
