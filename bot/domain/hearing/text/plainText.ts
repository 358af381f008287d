/** Words of a text, lower-case, without accents, each with its place in the original. */
export interface Token {
  word: string;
  /** The word without a plural ending, for comparing. */
  stem: string;
  from: number;
  to: number;
  /** `word`, a separator inside a sentence (`,` `–` `and` `/`), or the end of a sentence. */
  kind: 'word' | 'and' | 'slash' | 'comma' | 'end';
}

const PIECES =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*[+#]*|\p{Extended_Pictographic}|&|\/|[,:–—()"“”„«»|•·،、]|\s-+\s|\.{2,}|…|[.!?;\n。！？؟؛]/gu;

/** A map: people's words may be "constructor" as well. */
const CONTRACTIONS = new Map(
  Object.entries({
    im: 'i am',
    ive: 'i have',
    id: 'i would',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    cant: 'can not',
    cannot: 'can not',
    couldnt: 'could not',
    wouldnt: 'would not',
    isnt: 'is not',
    arent: 'are not',
    wont: 'will not',
    havent: 'have not',
    wanna: 'want to',
    gonna: 'going to',
    gimme: 'give me',
    lemme: 'let me',
    whats: 'what is',
    hows: 'how is',
    thats: 'that is',
    // the ways people leave apostrophes in
    "can't": 'can not',
    "won't": 'will not',
    "let's": 'let us',
  }),
);

const ENDINGS: [RegExp, string][] = [
  [/^(.+)n't$/, '$1 not'],
  [/^(i|you|he|she|it|we|they|who|that|there)'d$/, '$1 would'],
  [/^(i|you|we|they|who|that|there)'ll$/, '$1 will'],
  [/^(i|you|we|they)'ve$/, '$1 have'],
  [/^i'm$/, 'i am'],
  [/^(you|we|they)'re$/, '$1 are'],
  [/^(what|how|it|that|there|who|where)'s$/, '$1 is'],
  [/^(.+)'s$/, '$1'],
  [/^(?:l|d|qu|j|s|n|c)'(.+)$/, '$1'],
];

/** Lower-case, compatibility forms folded, Latin accents taken off. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'");

/** Takes off an English plural; the same for every form of a word, not a dictionary. */
const stemOf = (word: string): string => {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
};

const AND_WORDS = new Set([
  'and',
  'or',
  'nor',
  'plus',
  'but',
  'und',
  'oder',
  'sowie',
  'et',
  'ou',
  'y',
  'while',
  'whereas',
]);

function kindOf(piece: string): Token['kind'] {
  if (/^(?:[.!?;\n。！？؟؛…]|\.{2,})$/.test(piece)) return 'end';
  if (piece === '/') return 'slash';
  if (piece === '&' || AND_WORDS.has(piece)) return 'and';
  if (/^[,:–—()"“”„«»|•·،、]$/.test(piece) || /^\s-+\s$/.test(piece)) return 'comma';
  return 'word';
}

function wordsOf(piece: string): string[] {
  const word = piece.replace(/^'+|'+$/g, '');
  const known = CONTRACTIONS.get(word);
  if (known) return known.split(' ');
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  return (ending ? word.replace(ending[0], ending[1]) : word)
    .split(' ')
    .map((part) => part.replaceAll("'", ''));
}

/** Splits a text into words and separators. Addresses and links are left out: they are never topics. */
export function tokensOf(text: string): Token[] {
  const cleaned = text
    .replace(/<(script|style)\b[\s\S]{0,2000}?<\/\1>|<\/?[a-z][^<>]{0,100}>/gi, (hit) =>
      ' '.repeat(hit.length),
    )
    .replace(/(?<!\S)\S+@\S+|https?:\/\/\S+|www\.\S+/gi, (hit) => ' '.repeat(hit.length))
    .replace(/\b(\p{L})\.(\p{L})\.(?!\p{L})/gu, '$1$2  ');
  const tokens: Token[] = [];
  for (const hit of cleaned.matchAll(PIECES)) {
    const piece = plain(hit[0]);
    const kind = kindOf(/^\s/.test(piece) && piece !== '\n' ? ' - ' : piece);
    const from = hit.index;
    const to = from + hit[0].length;
    const words = kind === 'word' ? wordsOf(piece) : [piece === '&' ? 'and' : piece];
    for (const word of words) if (word) tokens.push({ word, stem: stemOf(word), from, to, kind });
  }
  return tokens;
}

/** The comparing form of a phrase: its words without plural endings, joined. `Power-BI` and `powerbi` are one. */
export const keyOfPhrase = (phrase: string): string =>
  tokensOf(phrase)
    .filter((token) => token.kind === 'word' || token.kind === 'and')
    .map((token) => token.stem)
    .join('');
