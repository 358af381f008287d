/** What directories put around a name: where somebody sits, for whom they work, that they come from outside. */
const BRACKETED = /\s*(?:\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?|<[^>]*>?)\s*/gu;
const SET_OFF = /\s*[|•·]|\s+[-–—/@]\s/u;
const MARKER =
  /^(?:ext\.?|extern(?:al|e|er|o|a)?|contractor|contingent|consultant|vendor|guest|freelancer?)$/iu;
const LEADING_MARKER = /^ext\s*[-_.:]\s*(?=\p{L})/iu;

/** Titles, of which several may follow each other: `Prof. Dr.-Ing. habil.`, `Dr. rer. nat.`. */
const TITLE =
  /^(?:(?:univ|ao|pd|priv)\.?-?)?(?:dr(?:in|a)?|prof(?:in|a)?|professor(?:in)?|doc|dipl|ing|mag|lic|mr|mrs|ms|miss|mx|sir|dame|lord|lady|herrn?|frau|fräulein|fr|hr|mme|mlle|monsieur|madame|mevrouw|mevr|meneer|señora?|señorita|signora?|sig|dott|dott?ssa|avv|rev|hon|capt|sra|eng|ir|drs)\.?(?:-\p{L}+\.?)*$/iu;
/** Wherever it stands in a name: no part of any. */
const TITLE_ANYWHERE =
  /^(?:dr(?:in|a)?|prof(?:in|a)?|professor(?:in)?|dipl|mr|mrs|ms|herrn?|frau|mme|mlle)\.?(?:-\p{L}+\.?)*$/iu;
const TITLE_GOES_ON = /^(?:(?:\p{Ll}{1,6}\.)+|habil)$/u;
/** What may follow a name after a comma, or as its last word. */
const SUFFIX =
  /^(?:jr|jnr|sr|snr|ii|iii|iv|ph\.?\s?d|d\.?phil|mba|emba|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|ll\.?[mb]|cpa|cfa|cissp|pmp|acca|esq|m\.?eng|b\.?eng)\.?$/iu;
/** A department after a comma; what is not known for one is taken for a given name. */
const DEPARTMENT =
  /[\d&/_]|\b(?:accounting|administration|audit|communications?|compliance|controlling|department|dept|engineering|finance|group|human resources|legal|logistics|marketing|operations|procurement|product|research|sales|support|team|treasury)\b/iu;
/** What somebody does, after a comma. */
const TASK =
  /\b(?:director|head|(?:vice[ -])?president|manager|chief|officer|vp|lead|leader|partner|analyst|engineer|developer|architect|specialist|advisor|adviser|assistant|associate|coordinator|secretary|intern|trainee|leiter(?:in)?|leitung|direktor(?:in)?|directeur|directrice|directora?)\b/iu;
const ABBREVIATION = /^\p{Lu}{2,5}(?:-\p{Lu}+)*$/u;
/** The same where the whole name is in capitals, and a given name as well. */
const SHORT_ABBREVIATION = /^\p{Lu}{2}(?:-\p{Lu}+)*$/u;
/** A department beside a name without a comma: no name is written so. */
const DEPARTMENT_WORD = /^(?:HR|IT|PR|QA|R&D)(?:[-/]\p{L}+)*$/u;

const PARTICLE =
  /^(?:van|von|vom|zu|zum|zur|de|del|della|der|den|des|di|da|do|dos|das|du|la|le|ten|ter|te|af|av|of|y|e|el|al|bin|ibn|bint)$/u;
/** Words that are the beginning of a name and never one alone. */
const NEVER_ALONE = /^(?:abd|abdu?l|abdel|abdal|abu|umm|al|el|bin|ibn|bint|st\.?|san|santa)$/iu;
const INITIALS = /^(?:\p{Lu}\.?)(?:-?\p{Lu}\.)*$/u;
/** Written family name first by rule of the script, and without blanks: nothing tells where the given name begins. */
const WHOLE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
/** What stays small in capitals: `McDONALD`, `d'ARCY`. */
const SMALL_BEGINNING = /^(?:\p{Lu}\p{Ll}{1,2}|\p{Ll}['’])(?=\p{Lu}{2})/u;
const isCapitals = (word: string): boolean => {
  const rest = word.replace(SMALL_BEGINNING, '');
  return /\p{Lu}.*\p{Lu}/u.test(rest) && !/\p{Ll}/u.test(rest);
};
const isSmall = (word: string): boolean => /\p{Ll}/u.test(word) && !/\p{Lu}/u.test(word);

/** `HANS` is called Hans; two letters may be initials (`JP`). */
const spoken = (word: string): string =>
  /^\p{Lu}{3}/u.test(word) && isCapitals(word)
    ? word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_, mark, letter) => mark + letter.toUpperCase())
    : word;

/**
 * What somebody is called in a greeting. After a comma stand the given names (`Muster, Dr. Erika (HR-DE)`), without
 * one the first word is it (`Erika Muster`), a family name in capitals is not (`MUSTER Erika`). Titles and what a
 * directory adds are left out. Nothing is guessed from where a name comes from: where its form doesn't tell which
 * part is given (one word, an initial, a title with one word, small letters alone, a particle in front, a script
 * that writes the family first) the whole name is used.
 */
export function firstNameOf(name: string): string {
  const segments = segmentsOf(name);
  const whole = segments.join(', ');
  if (whole === '') return name.replace(/[\s,;|]+/gu, ' ').trim();
  if (WHOLE_SCRIPT.test(whole) || /[@\d]/u.test(whole)) return whole;
  const [family = '', given] = segments;
  return (given === undefined ? firstWordOf(family) : givenWordsOf(given)) || whole;
}

/** As `firstNameOf`, for a greeting: empty where there is nothing but titles and what directories add. */
export const greetedAs = (name: string): string =>
  segmentsOf(name).every(namesNobody) || DEPARTMENT_WORD.test(name.trim()) ? '' : firstNameOf(name);

/** The words of a name, without titles and what directories add. */
export const plainName = (name: string): string =>
  segmentsOf(name)
    .map((segment) => withoutTitles(wordsOf(segment)).join(' ') || segment)
    .join(', ');

/** Short for a department as often as for a title. */
const DEPARTMENT_TOO = /^(?:hr|eng|ing|doc)$/iu;

/** Titles alone, or no word at all: that names nobody. */
export const namesNobody = (text: string): boolean => {
  const words = wordsOf(text);
  return withoutTitles(words).length === 0 && !words.some((word) => DEPARTMENT_TOO.test(word));
};

/** First names, with as much of the family name as it takes to tell those apart who share the first. */
export function tellApart(names: readonly string[]): string[] {
  const said = names.map(sayable);
  return said.map((ways, n) => {
    const others = said.filter((_, at) => at !== n && !isSameText(names[at] ?? '', names[n] ?? ''));
    const tells = (way: string, length: number) =>
      !others.some((other) => isSameText(other[Math.min(length, other.length - 1)] ?? '', way));
    return ways.find(tells) ?? ways.at(-1) ?? '';
  });
}

const isSameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Shortest first: the given name, with one letter more of the family name each, and all of it. */
function sayable(name: string): string[] {
  const first = firstNameOf(name);
  const [family = '', isTurned] = segmentsOf(name);
  const last = isTurned ? family : (wordsOf(family).at(-1) ?? '');
  if (last === '' || first === family) return [first];
  const letters = [...last];
  const begun = letters.slice(0, -1).map((_, n) => `${first} ${letters.slice(0, n + 1).join('')}.`);
  return [first, ...begun, `${first} ${last}`];
}

/** The parts between commas, without titles' suffixes, departments and other additions. */
function segmentsOf(name: string): string[] {
  const bare = (name.replace(BRACKETED, ' ').trim().split(SET_OFF)[0] ?? '').replace(LEADING_MARKER, '');
  const segments = bare
    .split(/[,;]/u)
    .map((segment) => withoutAdditions(withoutMarkers(wordsOf(segment))).join(' '))
    .filter((segment) => segment !== '' && !SUFFIX.test(segment));
  const [first = '', ...others] = segments;
  const short = wordsOf(first).every(isCapitals) ? SHORT_ABBREVIATION : ABBREVIATION;
  const named = others.filter((segment) => isNamed(segment) && !short.test(segment));
  return first === '' ? [] : [first, ...named.slice(0, 1)];
}

const isNamed = (segment: string): boolean =>
  !DEPARTMENT.test(segment) && !TASK.test(segment) && withoutTitles(wordsOf(segment)).length > 0;

const withoutMarkers = (words: string[]): string[] => {
  const kept = words.filter((word, n) => !(MARKER.test(word) && (n === 0 || n === words.length - 1)));
  return kept.length > 1 && SUFFIX.test(kept.at(-1) ?? '') ? kept.slice(0, -1) : kept;
};

/** Without titles that stand behind a name or inside it, and departments before or behind it. */
function withoutAdditions(words: readonly string[]): string[] {
  const named = words.filter((word) => !DEPARTMENT_WORD.test(word));
  const from = named.length - withoutTitles(named).length;
  let isTitle = false;
  const kept = named.filter((word, n) => {
    isTitle = TITLE_ANYWHERE.test(word) || (isTitle && TITLE_GOES_ON.test(word));
    return n < from || !isTitle;
  });
  return kept.length > 0 ? kept : [...words];
}

function withoutTitles(words: readonly string[]): string[] {
  const goesOn = (word: string, n: number) => TITLE.test(word) || (n > 0 && TITLE_GOES_ON.test(word));
  const from = words.findIndex((word, n) => !goesOn(word, n));
  return from < 0 ? [] : words.slice(from);
}

/** After a comma everything is given, but for initials and a particle of the family name (`Berg, Jan van der`). */
function givenWordsOf(segment: string): string {
  const words = withoutTitles(wordsOf(segment));
  const particle = words.findIndex((word, n) => n > 0 && PARTICLE.test(word));
  const given = particle < 0 ? words : words.slice(0, particle);
  return given
    .filter((word) => !INITIALS.test(word))
    .map(spoken)
    .join(' ');
}

/** `Erika Muster`; empty where the first word is not certainly a given name. */
function firstWordOf(segment: string): string {
  const words = withoutTitles(wordsOf(segment));
  const others = words.filter((word) => !isCapitals(word));
  const [first = ''] = others.length > 0 && others.length < words.length ? others : words;
  if (words.length < 2 || words.every(isSmall)) return '';
  if (PARTICLE.test(first) || NEVER_ALONE.test(first) || INITIALS.test(first)) return '';
  return spoken(first);
}
