import type { Token } from '#domain/hearing/plainText.ts';
import { stemOf } from '#domain/hearing/plainText.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Forms of English words that no ending explains, each line a root and its forms. */
const IRREGULAR = new Map(
  [
    'write wrote written',
    'pay paid',
    'sell sold',
    'buy bought',
    'spend spent',
    'leave left',
    'grow grew grown',
    'speak spoke spoken',
    'hear heard',
    'draw drew drawn',
    'sing sang sung',
    'swim swam swum',
    'ride rode ridden',
    'drive drove driven',
    'throw threw thrown',
    'break broke broken',
    'build built',
    'teach taught',
    'lose lost',
    'win won',
    'run ran',
    'sleep slept',
    'wake woke woken',
    'hide hid hidden',
    'stand stood',
    'sit sat',
    'fall fell fallen',
    'fly flew flown',
    'catch caught',
    'choose chose chosen',
    'forget forgot forgotten',
    'send sent',
    'shake shook shaken',
    'steal stole stolen',
    'wear wore worn',
    'keep kept',
    'fight fought',
    'freeze froze frozen',
    'sew sewn',
    'shoot shot',
    'woman women',
    'man men',
    'child children',
    'foot feet',
    'wife wives',
    'life lives',
    'die died dying',
    'lie lied lying',
  ].flatMap((line) => line.split(' ').map((form, _, [root]) => [form, root ?? form] as const)),
);
const WHOLE = setOf('evening meeting morning ceiling wedding');

const hasVowel = (word: string): boolean => /[aeiouy]/.test(word);

function withoutEnding(word: string): string {
  const cut = /^(.+?)(?:ing|(?<!e)ed)$/.exec(word)?.[1];
  if (!cut || cut.length < 3 || !hasVowel(cut) || WHOLE.has(word)) return word;
  if (/([bdfgkmnprt])\1$/.test(cut)) return cut.slice(0, -1);
  // `hiring` lost an e, `sewing` did not.
  return /^[^aeiou][aeiou][^aeiouwxy]$/.test(cut) ? `${cut}e` : cut;
}

/** A word without its endings, the same for `post`, `posts`, `posted` and `posting`; not a dictionary form. */
export function rootOf(word: string): string {
  const known = IRREGULAR.get(word);
  if (known) return known;
  const cut = withoutEnding(stemOf(word));
  const root = cut.length > 4 ? cut.replace(/e$/, '') : cut;
  return root.replace(/(?<=..)y$/, 'i');
}

/** Too small to tell anything, also inside a phrase. */
const SMALL = setOf(`
  a an the my our your his her their its it this that these those i we you he she they me him us them of to
  is am are was were be been so very really just some any if
`);

/** The roots of a run of words, the smallest words left out. */
export const rootsOf = (tokens: Pick<Token, 'word' | 'kind'>[]): string[] =>
  tokens
    .filter((token) => token.kind === 'word' && !SMALL.has(token.word))
    .map((token) => rootOf(token.word));
