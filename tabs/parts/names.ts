import i18next from 'i18next';

/** First names as a list in the reader's language: "Clara", "Clara and Ben"; whoever was erased has none. */
export const namesIn = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    names.map((name) => name || i18next.t('erased')),
  );
