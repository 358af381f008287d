import i18next from 'i18next';
import en from './words/en.json' with { type: 'json' };

const catalogue = i18next.createInstance();
void catalogue.init({
  lng: 'en',
  ns: ['page'],
  defaultNS: 'page',
  resources: { en: { page: en } },
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** A sentence of the page around the tabs. The page speaks English; the tabs follow the locale handed to them. */
export const t = (key: string, values?: Record<string, string | number>): string =>
  catalogue.t(key, values ?? {});
