import { plain, tokensOf } from '#domain/hearing/text/plainText.ts';

const LANGUAGES: Record<string, string> = {
  en: '英語 english engels engelsk inglese ingilizce bearla englisch anglais ingles englsh enlish',
  de: 'ドイツ語 german duits tysk tedesco almanca deutsch allemand aleman germn schwiizerdutsch',
  fr: 'フランス語 french frans fransk francese franzosisch francais frances frensh',
  es: 'スペイン語 spanish spaans spansk spagnolo spanisch espagnol espanol castellano spannish',
  it: 'イタリア語 italian italienisch italien italiano',
  pt: 'portuguese portugiesisch portugais portugues portugese brazilian',
  nl: 'dutch niederlandisch neerlandais nederlands holandes flemish',
  pl: 'polish polnisch polonais polski polaco',
  tr: 'turkish turkisch turc turkce turco',
  ru: 'russian russisch russe русский ruso',
  uk: 'ukrainian ukrainisch ukrainien украинская українська ucraniano',
  zh: '中国語 chinese chinesisch chinois mandarin cantonese 中文 chino',
  ja: 'japanese japanisch japonais 日本語 japones',
  ko: '韓国語 korean koreanisch coreen 한국어 coreano',
  ar: 'arabic arabisch arabe العربية',
  hi: 'hindi हिन्दी',
  ta: 'tamil',
  ur: 'urdu',
  bn: 'bengali bangla',
  he: 'hebrew hebraisch hebreu עברית',
  fa: 'persian farsi persisch فارسی',
  sv: 'swedish schwedisch suedois svenska sueco',
  da: 'danish danisch danois dansk danes',
  no: 'norwegian norwegisch norvegien norsk noruego',
  fi: 'finnish finnisch finnois suomi finlandes',
  cs: 'czech tschechisch tcheque cestina checo',
  sk: 'slovak slowakisch slovaque',
  hu: 'hungarian ungarisch hongrois magyar hungaro',
  ro: 'romanian rumanisch roumain romana rumano',
  bg: 'bulgarian bulgarisch bulgare',
  el: 'greek griechisch grec ελληνικα griego',
  sr: 'serbian serbisch serbe serbo-croatian',
  hr: 'croatian kroatisch croate hrvatski croata',
  sl: 'slovenian slovene slowenisch',
  sq: 'albanian albanisch albanais shqip',
  et: 'estonian eesti',
  lv: 'latvian',
  lt: 'lithuanian',
  ca: 'catalan katalanisch catala',
  ga: 'irish gaelic gaeilge',
  cy: 'welsh cymraeg',
  is: 'icelandic islenska',
  vi: 'vietnamese',
  th: 'thai',
  id: 'indonesian bahasa',
  ms: 'malay',
  tl: 'tagalog filipino',
  sw: 'swahili',
  af: 'afrikaans',
  gl: 'galician galego',
  eu: 'basque euskara',
  mt: 'maltese',
  hy: 'armenian',
  ka: 'georgian',
  mk: 'macedonian',
  bs: 'bosnian bosanski',
  be: 'belarusian',
  mr: 'marathi',
  te: 'telugu',
  gu: 'gujarati',
  pa: 'punjabi',
  kn: 'kannada',
  ml: 'malayalam',
  ne: 'nepali',
  si: 'sinhala sinhalese',
  kk: 'kazakh',
  uz: 'uzbek',
  az: 'azerbaijani azeri',
  so: 'somali',
  am: 'amharic',
  zu: 'zulu',
  xh: 'xhosa',
  yo: 'yoruba',
  ig: 'igbo',
  ha: 'hausa',
  lb: 'luxembourgish letzebuergesch',
  mn: 'mongolian',
  my: 'burmese',
  km: 'khmer',
  ps: 'pashto',
  ku: 'kurdish',
};

const byName = new Map(
  Object.entries(LANGUAGES).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
);

export const LANGUAGE_CODES: readonly string[] = Object.keys(LANGUAGES);

/** "My French is terrible" is no wish to speak it. */
const POOR =
  /^(?:is|ist|est|es) (?:\p{L}+ ){0,2}?(?:terrible|bad|awful|poor|horrible|rusty|weak|useless|not (?:\p{L}+ ){0,2}(?:good|great|enough)|non ?existent|schlecht|miserabel|mauvais|nul|mal[oa]?)(?![\p{L}])/u;

const UNSPACED = /[\p{Script=Han}\p{Script=Katakana}]/u;
const unspaced = [...byName.keys()].filter((name) => UNSPACED.test(name));
/** Said behind a language that somebody has none of. */
const LACKS = /(?:ません|ない|苦手|だめ|ダメ)/u;

/** "日本語と英語" is one word to the eye of a program. */
const namesInside = (word: string): string[] =>
  UNSPACED.test(word) && !LACKS.test(word)
    ? unspaced
        .filter((name) => word.includes(name))
        .sort((a, b) => word.indexOf(a) - word.indexOf(b))
        .flatMap((name) => byName.get(name) ?? [])
    : [];

/** ISO 639-1 codes of the languages named, in order, and those taken back ("German and a bit of French, no Italian"). */
export function recogniseLanguages(text: string): { yes: string[]; no: string[] } {
  const tokens = tokensOf(text.slice(0, 2000));
  const yes: string[] = [];
  const no: string[] = [];
  tokens.forEach((token, n) => {
    const code =
      byName.get(token.word) ?? (token.kind === 'word' ? byName.get(plain(token.word)) : undefined);
    if (!code) {
      yes.push(...namesInside(token.word).filter((each) => !yes.includes(each)));
      return;
    }
    const before = tokens.slice(Math.max(0, n - 3), n).map((each) => each.word);
    const isPoor = POOR.test(
      tokens
        .slice(n + 1, n + 6)
        .map(({ word }) => word)
        .join(' '),
    );
    const isNone = before.some((word) => /^(?:no|not|never|without|except|nicht|kein)$/.test(word));
    const list = isNone || isPoor ? no : yes;
    if (!list.includes(code)) list.push(code);
  });
  return { yes, no };
}
