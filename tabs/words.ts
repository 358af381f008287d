import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { shownIn } from '#words/languages.ts';

/** Makes the sentences of a page ready, in the reader's language or in English. Values are text: React escapes them. */
export function startWords(locale: string, catalogues: Record<string, object>): void {
  void i18next.use(initReactI18next).init({
    lng: shownIn(locale),
    fallbackLng: 'en',
    ns: Object.keys(catalogues),
    defaultNS: Object.keys(catalogues)[0] ?? 'tab',
    resources: { en: catalogues } as Record<string, Record<string, Record<string, string>>>,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** From now on sentences are in this language, or in English. */
export const sayIn = (locale: string): void => void i18next.changeLanguage(shownIn(locale));
