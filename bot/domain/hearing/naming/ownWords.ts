import type { Clause } from '#domain/hearing/text/clauses.ts';
import { isEmptyWord, isGibberish } from '#domain/hearing/text/emptyWords.ts';
import type { languageOf } from '#domain/hearing/text/language.ts';
import type { Token } from '#domain/hearing/text/plainText.ts';
import type { Lexicon } from './lexicon.ts';

/** A message taken apart, as far as own words need it. */
interface Written {
  text: string;
  clauses: readonly Clause[];
  lexicon: Lexicon;
  language: ReturnType<typeof languageOf>;
}

const OWN_MAX = 60;
const OWN_WORDS = 6;

/** What somebody may want to keep as they wrote it: the first clause short enough to be a name, without its empty ends. */
export function ownWordsIn(
  { text, clauses, lexicon, language }: Written,
  silent: ReadonlySet<number>,
): string {
  for (const clause of clauses) {
    if (silent.has(clause.sentence) || clause.isAsked) continue;
    const run = trimmed(clause);
    const isWord = ({ word, stem }: Token): boolean =>
      !isGibberish(word) &&
      (language !== 'en' ||
        run.length > 1 ||
        lexicon.isOrdinary(word) ||
        lexicon.isOrdinary(stem) ||
        /^\p{L}{4,}$/u.test(word));
    if (run.length === 0 || run.length > OWN_WORDS || !run.every(isWord)) continue;
    const from = run[0]?.from ?? 0;
    const written = text.slice(from, run.at(-1)?.to ?? from);
    if (written.length <= OWN_MAX) return written;
  }
  return '';
}

function trimmed({ words }: Clause): Clause['words'] {
  const from = words.findIndex(({ word }) => !isEmptyWord(word));
  const to = words.findLastIndex(({ word }) => !isEmptyWord(word));
  return from < 0 ? [] : words.slice(from, to + 1);
}
