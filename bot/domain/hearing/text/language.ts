import { plain } from '#domain/hearing/text/plainText.ts';

/** The languages that topics have names in. */
const HEARD_LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;
export type HeardLanguage = (typeof HEARD_LANGUAGES)[number];

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const ENGLISH = words(
  'the a i you is are of and to in on for with what how why my it that we not do can would like about at but be this have as so just me no only can your',
);
const OTHERS: [Exclude<HeardLanguage, 'en' | 'ja' | 'ar'>, ReadonlySet<string>][] = [
  [
    'de',
    words(
      'ich du wir der die das den dem des und oder ist sind nicht kein keine keinen mit fur uber wie was auch gern gerne mehr lernen mochte wurde kann konnte bitte im zum zur von ein eine einen einem einer mein meine meinen auf bei heute etwas mich mir aber eher lieber am vor vom als',
    ),
  ],
  [
    'fr',
    words(
      'je tu nous vous le la les des du un une et ou est sont pas avec pour sur comment plus veux voudrais aimerais peux aider mon ma mes dans que qui aime au aux sans en mais moi ne ce plutot suis ai faire',
    ),
  ],
  [
    'es',
    words(
      'yo el la los las un una unos y o es son no con para sobre como mas me mi mis gusta gustan gustaria encanta encantan quiero puedo ayudar del al en que soy tengo por sin pero lo se hacer de',
    ),
  ],
];

/** The main language of a text, as far as hearing needs to know; `other` for one in which no topic has a name. */
export function languageOf(text: string): HeardLanguage | 'other' {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)) return 'ja';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 1 && latin < letters / 2) return 'other';
  const said = plain(text.slice(0, 1_000))
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const count = (known: ReadonlySet<string>): number => said.filter((word) => known.has(word)).length;
  const english = count(ENGLISH);
  const [best] = OTHERS.map(([code, known]) => ({ code, hits: count(known) })).sort(
    (a, b) => b.hits - a.hits,
  );
  if (!best) return 'en';
  const isShort = said.length <= 4 && english === 0 && best.hits >= 1;
  return isShort || (best.hits >= 2 && best.hits > english) ? best.code : 'en';
}
