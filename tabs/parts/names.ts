import i18next from 'i18next';

/** First names as a list in the reader's language: "Clara", "Clara and Ben"; whoever was erased has none. */
export const namesIn = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    names.map((name) => name || i18next.t('erased')),
  );

/** One list with the reader in it, for a sentence that names both: "Clara, Ben and you" and "you, Clara and Ben". */
export function withReader(locale: string, names: readonly string[]) {
  const you = i18next.t('you');
  const first = namesIn(locale, [you, ...names]);
  return {
    ...{ names: namesIn(locale, names), namesAndYou: namesIn(locale, [...names, you]) },
    ...{ youAndNames: first, YouAndNames: first.charAt(0).toLocaleUpperCase() + first.slice(1) },
  };
}
