import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const TABS = join(import.meta.dirname, '..', '..', 'tabs');

type Catalogue = { [key: string]: string | string[] | Catalogue };

const sources = readdirSync(TABS, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(dist|node_modules)/.test(path))
  .map((path) => ({ path, text: readFileSync(join(TABS, path), 'utf8') }));

const catalogueOf = (name: string): Catalogue =>
  JSON.parse(readFileSync(join(TABS, 'words', 'en', `${name}.json`), 'utf8'));

const isPlural = (found: Catalogue, last: string) => `${last}_one` in found && `${last}_other` in found;

function has(catalogue: Catalogue, key: string): boolean {
  const parts = key.split('.');
  const last = parts.pop() ?? '';
  let found: Catalogue | string | string[] | undefined = catalogue;
  for (const part of parts)
    found = typeof found === 'object' && !Array.isArray(found) ? found[part] : undefined;
  return typeof found === 'object' && !Array.isArray(found) && (last in found || isPlural(found, last));
}

/** Keys written out in full in a file, with the catalogue the file reads. */
const used = sources.flatMap(({ path, text }) => {
  const name = /useTranslation\('(\w+)'\)/.exec(text)?.[1];
  if (!name) return [];
  return [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => ({ path, name, key }));
});

test('the screens say something', () => expect(used.length).toBeGreaterThan(50));

test('every key used in the tabs has its words', () => {
  const missing = used.filter(({ name, key }) => !has(catalogueOf(name), key));
  expect(missing).toEqual([]);
});

test.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])('no state of a cohort speaks of pairs, in %s', (language) => {
  const { state } = JSON.parse(readFileSync(join(TABS, 'words', language, 'console.json'), 'utf8'));
  expect(JSON.stringify(state)).not.toMatch(/pair\b|pairs\b|tandem|binôme|tándem|ペア|ثنائي/i);
});

test('nobody is described by age or generation', () => {
  for (const name of ['tab', 'panel', 'primer'])
    expect(JSON.stringify(catalogueOf(name))).not.toMatch(
      /\b(generation|millennial|boomer|gen ?z|younger|older|young|ages?)\b/i,
    );
});
