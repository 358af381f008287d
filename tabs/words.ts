import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageOf, shownIn } from '#words/languages.ts';

declare global {
  interface ImportMeta {
    /** Vite's: each file of these patterns by its path, fetched when it is called for. */
    glob<Module>(patterns: string[]): Record<string, () => Promise<Module>>;
  }
}

/** Catalogues of other languages by `<language>/<name>`, each fetched when somebody reads it. English comes along. */
const OTHERS = new Map(
  Object.entries(
    import.meta.glob<{ default: object }>([
      './words/*/*.json',
      '../bot/words/*/{feedback,promises}.json',
      '!**/en/*.json',
    ]),
  ).map(([path, fetch]) => [path.split('/').slice(-2).join('/').replace('.json', ''), fetch]),
);
/** What the page reads from, so far. */
const names = new Set<string>();

/**
 * Makes the sentences of a page ready, in English. Values are text: React escapes them. Where a page is started again,
 * what parts brought along since stays.
 */
export function startWords(catalogues: Record<string, object>): void {
  for (const [name, english] of Object.entries(catalogues)) {
    names.add(name);
    if (i18next.isInitialized) i18next.addResourceBundle('en', name, english);
  }
  if (i18next.isInitialized) return;
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(catalogues),
    defaultNS: Object.keys(catalogues)[0] ?? 'tab',
    resources: { en: catalogues } as Record<string, Record<string, Record<string, string>>>,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** Sentences of a part that comes later; they are there in the reader's language when the promise is kept. */
export async function addWords(name: string, english: object): Promise<void> {
  names.add(name);
  i18next.addResourceBundle('en', name, english);
  await fetchWords(i18next.language, name).catch(() => sayIn('en'));
}

/**
 * From now on sentences are in this language, or in English where it has no catalogue or cannot be fetched now: never
 * half of it. Answers the locale that is shown.
 */
export async function sayIn(locale: string): Promise<string> {
  const wanted = shownIn(locale);
  const shown = await Promise.all([...names].map((name) => fetchWords(wanted, name))).then(
    () => wanted,
    () => 'en',
  );
  await i18next.changeLanguage(shown);
  return shown;
}

async function fetchWords(locale: string, name: string): Promise<void> {
  const language = languageOf(locale);
  if (i18next.hasResourceBundle(language, name)) return;
  const fetch = OTHERS.get(`${language}/${name}`);
  if (fetch) i18next.addResourceBundle(language, name, (await fetch()).default);
}
