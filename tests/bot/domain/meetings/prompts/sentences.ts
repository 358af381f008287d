import { readAge } from '#domain/hearing/ageWords.ts';

/** What a question to two or more people of either role may not say: it fits everybody, or it fits nobody. */
const PRESUMES = [
  // age and rank
  'generation\\w*|millennials?|boomers?|gen[ -]?[xyz]|age|ages|aged|old|older|oldest|young|younger|youth|kids?',
  'senior\\w*|junior\\w*|boss(?:es)?|superiors?|subordinates?|underlings?|ranks?|hierarch\\w+|mentees?|mentors?|executives?',
  // family, gender, health, belief, origin
  'husbands?|wife|wives|spouse|married|marriage|children|parents?|mother|father|mum|dad|sons?|daughters?|pregnan\\w+',
  'man|men|woman|women|male|female|he|she|his|her|gentlem[ae]n|lad(?:y|ies)',
  'illness\\w*|disease|sick|diagnos\\w+|therap\\w+|medicat\\w+|weight|diet',
  'faith|god|church|mosque|temple|pray\\w*|religio\\w+|vot(?:e|ed|ing)|politic\\w+',
  'nationalit\\w+|native|foreign\\w*|accent|race|immigra\\w+|home country|mother tongue|where are you from',
  // secrets of the firm
  'secrets?|confidential|salary|salaries|merger|takeover|unannounced|competitors?',
  // jargon and orders
  'synerg\\w+|leverage|stakeholders?|kpis?|alignment|bandwidth|deep dive|touch base|empower\\w*|mindset|learnings|best practices?|onboarding|low-hanging',
  'we should|should we|we must|you should|you must|ought to|let us|let’s',
  // a pair may have three
  'the other|the others|both|the two of|either of|your partner',
];
const PRESUMED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${PRESUMES.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Words of a sentence that presume something of whoever reads it. */
export const presumesIn = (text: string): string[] => {
  const found = [...text.matchAll(PRESUMED)].map(([word]) => word);
  return found.length === 0 && readAge(text).isThere ? ['age'] : found;
};

const EMPTY = new Set(
  (
    'a about after all am an and any are as at be because been before but by can could did do does each ever for from ' +
    'had has have here how if in into is it its just last like made make me more most much no not of on once one or ' +
    'our out own people rather really say so some somebody something take than that the their them then there they ' +
    'thing this those through time to up us was we were what when where which while who whom whose why will with ' +
    'without work working would you your yours yourself'
  ).split(' '),
);
const contentOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replaceAll('’', '')
        .match(/[a-z]+/g) ?? []
    )
      .filter((word) => !EMPTY.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );

/** How many of the words that carry meaning two sentences share: 0 none, 1 all (Jaccard). */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [contentOf(one), contentOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
