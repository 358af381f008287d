import type { Speech } from '#domain/profile/labels.ts';
import type { Words } from '#words/words.ts';

/** How one reader's language says words, lists and the names of languages. */
export function speechFor(words: Words, locale: string): Speech {
  const known = supported(locale);
  const list = new Intl.ListFormat(known, { type: 'unit', style: 'short' });
  const languages = new Intl.DisplayNames(known, { type: 'language' });
  return { words, list: (items) => list.format(items), language: (code) => languages.of(code) ?? code };
}

const supported = (locale: string): string => {
  try {
    return Intl.ListFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};
