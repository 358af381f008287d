import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BUILT = ['tabs/dist', 'infra/local/page/dist'];
/** Everything that ends up in what the browser loads. */
const SOURCES = [
  'tabs',
  'infra/local/page',
  'infra/build.ts',
  'infra/statement.ts',
  'infra/azure/ACCESSIBILITY.md',
  'bot/words',
  'bot/domain',
  'package-lock.json',
];
const NOT_SOURCES = new Set(['dist', 'node_modules']);

/** Builds page and tabs when they are missing or older than what they are made of. */
export async function buildIfStale(say: (sentence: string) => void): Promise<void> {
  const builtAt = Math.min(...BUILT.map((folder) => newestIn(join(ROOT, folder))));
  const sourcesAt = Math.max(...SOURCES.map((path) => newestIn(join(ROOT, path))));
  if (builtAt >= sourcesAt) return;
  say('Building the page and the tabs.');
  const { buildAll } = await import('../../build.ts');
  await buildAll({ quiet: true });
}

/** When the newest file below was changed; 0 when there is none. */
function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const inside = readdirSync(path).filter((name) => !NOT_SOURCES.has(name));
  return Math.max(0, ...inside.map((name) => newestIn(join(path, name))));
}
