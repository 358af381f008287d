/** First names as a list in the reader's language: "Clara", "Clara and Ben". */
export const namesIn = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
