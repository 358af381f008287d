import type { TopicId } from '#domain/basics/ids.ts';
import type { Lexicon, Named, Unspaced } from '#domain/hearing/naming/lexicon.ts';
import { type Clause, keyOfWords } from '#domain/hearing/text/clauses.ts';
import { isEmptyWord } from '#domain/hearing/text/emptyWords.ts';
import { type HeardLanguage, languageOf } from '#domain/hearing/text/language.ts';
import { keyOfPhrase, plain, type Token } from '#domain/hearing/text/plainText.ts';
import { SLIP_SEARCHES } from '#domain/hearing/text/slips.ts';

/** A run of words that names a topic. */
export interface Name {
  topic: TopicId;
  /** Place of its clause, and of its words in it: `from` is the first, `to` the one behind the last. */
  clause: number;
  from: number;
  to: number;
  written: string;
  /** Where it begins in the text, in characters. */
  at: number;
  isSlip: boolean;
  isPlainest: boolean;
  language: HeardLanguage;
}

const LONGEST = 8;
const SLIP_WORDS = 3;
/** Shorter names of another language are words of English too often. */
const FOREIGN_IN_ENGLISH = 7;
const SHORT = 3;
/** Letters that no word of English has. */
const NO_ENGLISH = /[äöüßñçèêàâîôûœæ]/iu;

/** The topics that are named, the longest names first, then slips of the pen in words that nobody knows. */
export function namesIn(clauses: readonly Clause[], text: string, lexicon: Lexicon): Name[] {
  const language = languageOf(text);
  if (language === 'ja' || language === 'ar') return writtenIn(clauses, text, lexicon, language);
  let searches = 0;
  const exactly = (run: readonly Token[]): Named | undefined => {
    const key = keyOfWords(run);
    const isElsewhere = language !== 'en' && language !== 'other';
    const inflected = isElsewhere
      ? lexicon.inflected(
          run.map(({ word }) => word),
          language,
        )
      : undefined;
    const named = lexicon.named(key) ?? inflected;
    if (!named || named.language === language) return named;
    if (named.language === 'en') return isLong(run, key) ? named : undefined;
    return language !== 'en' || key.length > FOREIGN_IN_ENGLISH || isForeign(run) ? named : undefined;
  };
  /** "Führung" is no word of English; "KI" alone is no small word of it. */
  const isForeign = (run: readonly Token[]): boolean => {
    const { written } = placeOf(run, text);
    return NO_ENGLISH.test(written) || (/^\p{Lu}{2,}$/u.test(written) && text.trim() === written);
  };
  /** Short English names are small words elsewhere, unless they are written as names. */
  const isLong = (run: readonly Token[], key: string): boolean =>
    key.length > SHORT || /^[\p{Lu}\d]+$/u.test(text.slice(run[0]?.from ?? 0, run.at(-1)?.to ?? 0));
  const nearly = (run: readonly Token[]): Named | undefined => {
    const isKnown = run.every(({ word }) => /\d/.test(word) || isEmptyWord(word) || lexicon.isOrdinary(word));
    if (isKnown || run.some(({ word }) => isEmptyWord(word)) || searches === SLIP_SEARCHES) return undefined;
    searches++;
    return lexicon.nearlyNamed(keyOfWords(run));
  };
  return clauses.flatMap(({ words }, clause) => {
    const taken = new Set<number>();
    const scan = (longest: number, find: (run: readonly Token[]) => Named | undefined, isSlip: boolean) =>
      runsOf(words, longest, taken, find).map(
        ({ named, from, to }): Name => ({
          ...named,
          ...{ clause, from, to, isSlip },
          ...placeOf(words.slice(from, to), text),
        }),
      );
    const exact = scan(LONGEST, exactly, false);
    const slips = language === 'en' ? scan(SLIP_WORDS, nearly, true) : [];
    const names = [...exact, ...slips];
    return names.sort((a, b) => a.from - b.from);
  });
}

function placeOf(run: readonly Token[], text: string): { written: string; at: number } {
  const at = run[0]?.from ?? 0;
  return { written: text.slice(at, run.at(-1)?.to ?? at), at };
}

/** Leftmost, longest first; `taken` words are left alone, and what is found is taken. */
function runsOf(
  words: readonly Token[],
  longest: number,
  taken: Set<number>,
  find: (run: readonly Token[]) => Named | undefined,
): { named: Named; from: number; to: number }[] {
  const found: { named: Named; from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from++)
    for (let size = Math.min(longest, words.length - from); size > 0; size--) {
      const run = words.slice(from, from + size);
      if (run.some((_, n) => taken.has(from + n))) continue;
      const named = find(run);
      if (!named) continue;
      for (let n = from; n < from + size; n++) taken.add(n);
      found.push({ named, from, to: from + size });
      break;
    }
  return found;
}

/** Letters that Arabic writes onto the front of a word. */
const GLUED = /[وبلكف]/;

const LATIN_RUN = /[a-z][a-z0-9+#]*(?:[ -][a-z0-9+#]+)*/g;

const placeAt = (at: number, to: number, text: string, clauses: readonly Clause[]) => {
  const clause = clauses.findLastIndex(({ words }) => (words[0]?.from ?? 0) <= at);
  return {
    ...{ clause: Math.max(0, clause), from: 0, to: 0, written: text.slice(at, to), at },
    ...{ isSlip: false, isPlainest: false },
  };
};

/** Where words have no blanks: names that begin where the language's own segmenter begins a word. */
function writtenIn(clauses: readonly Clause[], text: string, lexicon: Lexicon, language: Unspaced): Name[] {
  const flat = plain(text);
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(flat);
  const starts = new Set([...segments].map(({ index }) => index));
  const isStart = (at: number): boolean =>
    starts.has(at) || (GLUED.test(flat[at - 1] ?? ' ') && (starts.has(at - 1) || starts.has(at - 2)));
  const taken: { from: number; to: number }[] = [];
  const names: Name[] = [];
  for (const { name, topic } of lexicon.unspaced[language])
    for (let at = flat.indexOf(name); at >= 0; at = flat.indexOf(name, at + 1)) {
      const to = at + name.length;
      if (!isStart(at) || taken.some((other) => at < other.to && other.from < to)) continue;
      taken.push({ from: at, to });
      names.push({ topic, ...placeAt(at, to, text, clauses), language });
    }
  // "Python、データ分析": in Latin letters a topic has its English name.
  for (const hit of flat.matchAll(LATIN_RUN)) {
    const [from, to] = [hit.index, hit.index + hit[0].length];
    const key = keyOfPhrase(hit[0]);
    const named = lexicon.named(key);
    const isWritten = key.length > SHORT || /^[\p{Lu}\d]+$/u.test(text.slice(from, to));
    if (named?.language !== 'en' || !isWritten) continue;
    if (taken.some((other) => from < other.to && other.from < to)) continue;
    names.push({ ...named, ...placeAt(from, to, text, clauses) });
  }
  return names.sort((a, b) => a.at - b.at);
}
