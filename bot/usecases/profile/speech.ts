import type { Speech } from '#domain/profile/labels.ts';
import { shownIn } from '#words/languages.ts';
import type { Words } from '#words/words.ts';

/** How the language a reader is shown says words, lists and the names of languages. */
export function speechFor(words: Words, locale: string): Speech {
  const known = shownIn(locale);
  const list = new Intl.ListFormat(known, { type: 'unit', style: 'short' });
  const people = new Intl.ListFormat(known, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(known, { type: 'language' });
  return {
    words,
    list: (items) => list.format(items),
    youAnd: (names) => people.format([words('common:you'), ...names]),
    language: (code) => languages.of(code) ?? code,
  };
}
