import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next, { type i18n, type Resource } from 'i18next';
import { SPOKEN, shownIn } from './languages.ts';
import type { Words } from './sentence.ts';

export type { Words } from './sentence.ts';

/** Every catalogue of a language, by namespace: one file each. */
const catalogueOf = (language: string): Resource[string] =>
  Object.fromEntries(
    readdirSync(join(import.meta.dirname, language)).map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(import.meta.dirname, language, file), 'utf8')),
    ]),
  );

const resources: Resource = Object.fromEntries(SPOKEN.map((language) => [language, catalogueOf(language)]));
const catalogue: i18n = i18next.createInstance();
await catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  ns: Object.keys(resources.en ?? {}),
  defaultNS: 'common',
  resources,
  interpolation: { escapeValue: false },
  returnNull: false,
});

const NAMES = ['name', 'from'];

/**
 * Words in a BCP 47 locale; English where a language has none yet. Where a name is not known, the sentence under
 * `<key>_nameless` is said, if there is one.
 */
export function wordsFor(locale: string): Words {
  const say = catalogue.getFixedT(shownIn(locale)) as Words;
  return (key, values) =>
    values && NAMES.some((name) => values[name] === '')
      ? say(key, { ...values, context: values.context ?? 'nameless' })
      : say(key, values);
}
