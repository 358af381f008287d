/** `npm run sbom`: what the product is made of, as CycloneDX, and under which licences, as a table. Both go to dist/. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** What may be part of something under the MIT licence without asking anybody. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Packages that name their licence in no way npm knows; read in the packages themselves. */
const READ: Record<string, string> = { cldrjs: 'MIT', jspath: 'MIT', limiter: 'MIT' };

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  licenses?: ({ license: { id?: string; name?: string } } | { expression: string })[];
  hashes?: { alg: string; content: string }[];
}

/** The parts of CycloneDX 1.5 that we look at. */
export interface Bom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { 'bom-ref': string; name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * Everything in package-lock.json, as npm itself writes it; nothing is asked of a registry. Its own `--omit=dev` is no
 * help: it leaves out what production and development share.
 */
function everything(): Bom {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
    shell,
  });
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`);
  return JSON.parse(stdout) as Bom;
}

const nameIn = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages that are built into the tabs: a browser gets them, so they are part of the product. */
function inTheTabs(): string[] {
  const sources = globSync('{tabs,bot/words}/**/*.{ts,tsx}', {
    cwd: ROOT,
    exclude: ['**/vite.config.ts'],
  }).map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const found = sources.flatMap((text) =>
    [...text.matchAll(/^\s*(?!import type\b)[^\n]*\b(?:from |import\()'([@a-z][^'#]*)'/gm)].map(
      ([, from = '']) => nameIn(from),
    ),
  );
  return [...new Set(found)].filter((name) => !name.startsWith('node:'));
}

type Lock = Record<string, { version?: string; dev?: true; optional?: true }>;

/** The packages of package-lock.json by name and version, as npm refers to them. */
const refsIn = (lock: Lock, isMeant: (entry: Lock[string]) => boolean): Set<string> =>
  new Set(
    Object.entries(lock)
      .filter(([path, entry]) => path && isMeant(entry))
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
  );

/**
 * Of everything, what the server is bundled of (all that is neither for development nor optional) and what the tabs are
 * built of, by the names of the packages they import, with all those need, also where the bundler takes a part.
 */
export function shippedOf(all: Bom, lock: Lock, importedByTabs: readonly string[]): Bom {
  const needs = new Map(all.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const names = new Map(all.components.map((one) => [one['bom-ref'], one.name]));
  const root = all.metadata.component['bom-ref'];
  const direct = needs.get(root) ?? [];
  const built = new Set(direct.filter((ref) => importedByTabs.includes(names.get(ref) ?? '')));
  // What a package of the tabs wants beside it to be built, such as types, is not built into them.
  const builders = direct.filter((ref) => !built.has(ref));
  const neededElsewhere = refsIn(lock, ({ optional }) => !optional);
  for (const ref of built)
    for (const next of needs.get(ref) ?? [])
      if (neededElsewhere.has(next) && !builders.includes(next)) built.add(next);
  const kept = new Set([...refsIn(lock, ({ dev, optional }) => !(dev || optional)), ...built]);
  return {
    ...all,
    metadata: { ...all.metadata, component: { ...all.metadata.component, name: 'turntable' } },
    components: all.components.filter((one) => kept.has(one['bom-ref'])),
    dependencies: all.dependencies
      .filter(({ ref }) => ref === root || kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
  };
}

/** The bill of materials of the product: what the server is bundled of, or carries, and what a browser gets. */
export function billOfMaterials(): Bom {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Lock;
  };
  return shippedOf(everything(), packages, inTheTabs());
}

const licenceOf = ({ name, licenses = [] }: Component): string =>
  READ[name] ??
  licenses
    .map((one) => ('expression' in one ? one.expression : (one.license.id ?? one.license.name ?? '')))
    .join(' AND ');

/** Components whose licence nobody has looked at yet, one sentence each. */
export const licenceProblems = ({ components }: Bom): string[] =>
  components
    .filter((one) => !ALLOWED.includes(licenceOf(one)))
    .map((one) => `${one.name} ${one.version} is under ${licenceOf(one) || 'no licence that it names'}.`);

if (import.meta.main) {
  const bom = billOfMaterials();
  const problems = licenceProblems(bom);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(join(ROOT, 'dist', 'turntable.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
  const rows = bom.components.map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one)} |`);
  const table = ['| package | version | licence |', '|---|---|---|', ...rows.sort()].join('\n');
  writeFileSync(join(ROOT, 'dist', 'turntable-licences.md'), `# What Turntable is made of\n\n${table}\n`);
  process.stdout.write(`dist/turntable.cdx.json, dist/turntable-licences.md: ${rows.length} packages\n`);
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
