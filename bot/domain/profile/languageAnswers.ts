import { plain, tokensOf } from '#domain/hearing/text/plainText.ts';

const LANGUAGES: Record<string, string> = {
  en: 'english engels engelsk inglese ingilizce bearla englisch anglais ingles englsh enlish',
  de: 'german duits tysk tedesco almanca deutsch allemand aleman germn schwiizerdutsch',
  fr: 'french frans fransk francese franzosisch francais frances frensh',
  es: 'spanish spaans spansk spagnolo spanisch espagnol espanol castellano spannish',
  it: 'italian italienisch italien italiano',
  pt: 'portuguese portugiesisch portugais portugues portugese brazilian',
  nl: 'dutch niederlandisch neerlandais nederlands holandes flemish',
  pl: 'polish polnisch polonais polski polaco',
  tr: 'turkish turkisch turc turkce turco',
  ru: 'russian russisch russe русский ruso',
  uk: 'ukrainian ukrainisch ukrainien украинская українська ucraniano',
  zh: 'chinese chinesisch chinois mandarin cantonese 中文 chino',
  ja: 'japanese japanisch japonais 日本語 japones',
  ko: 'korean koreanisch coreen 한국어 coreano',
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

/** ISO 639-1 codes of the languages named, in order, and those taken back ("German and a bit of French, no Italian"). */
export function recogniseLanguages(text: string): { yes: string[]; no: string[] } {
  const tokens = tokensOf(text.slice(0, 2000));
  const yes: string[] = [];
  const no: string[] = [];
  tokens.forEach((token, n) => {
    const code =
      byName.get(token.word) ?? (token.kind === 'word' ? byName.get(plain(token.word)) : undefined);
    if (!code) return;
    const before = tokens.slice(Math.max(0, n - 3), n).map((each) => each.word);
    const list = before.some((word) => /^(?:no|not|never|without|except|nicht|kein)$/.test(word)) ? no : yes;
    if (!list.includes(code)) list.push(code);
  });
  return { yes, no };
}
