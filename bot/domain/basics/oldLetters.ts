/**
 * How spreadsheets wrote letters before UTF-8: Excel on Windows in the west, on an old Mac, DOS, and Excel on Windows
 * of central Europe, Cyrillic, Greek, Turkish and Baltic countries. The likeliest first.
 */
export const OLD_ENCODINGS = [
  ...(['windows-1252', 'macintosh', 'cp850'] as const),
  ...([
    'windows-1250',
    'iso-8859-2',
    'windows-1251',
    'windows-1253',
    'windows-1254',
    'windows-1257',
  ] as const),
] as const;
export type OldEncoding = (typeof OLD_ENCODINGS)[number];

/** The upper half of code page 850 as IBM has it, which no browser knows. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

export const readOld = (encoding: OldEncoding, bytes: Uint8Array): string =>
  encoding === 'cp850'
    ? new TextDecoder('utf-16le').decode(
        Uint16Array.from(bytes, (byte) => (byte < 128 ? byte : CP850.charCodeAt(byte - 128))),
      )
    : new TextDecoder(encoding).decode(bytes);

const CAPITAL = '(?=\\P{ASCII})\\p{Lu}';
const SMALL = '(?=\\P{ASCII})(?!ß)\\p{Ll}';
/** Signs and letters where names have none of them, as when letters were read in another way than they were written. */
const ODD = new RegExp(
  `(?=\\P{ASCII})(?:${[
    '[\\u0080-\\u009F\\uFFFDµŸƒ¨¸¯ˆ˜˘˙˚˝˛ˇ‗⁄‰∂∑∏∫≈∆√∞≠≤≥◊ﬁﬂ‹\\u2500-\\u25FF]',
    // Turkish has it between consonants.
    'ı(?=[aeiouöü])|(?<=[aeiouöü])ı',
    'ς(?=\\p{L})|ΰ',
    '(?<!\\p{Script=Greek})[πΩ](?!\\p{Script=Greek})',
    `(?<=\\p{Ll})${CAPITAL}|(?<=\\p{Lu})${CAPITAL}(?=\\p{Ll})`,
    `${SMALL}(?=\\p{Lu})|(?<=\\p{Lu}\\p{Lu})${SMALL}`,
    // Alone stand words of one letter and initials.
    '(?<![\\p{L}\\p{M}])(?:[^\\P{Ll}àáéèóú]|[^\\P{Lu}ÀÁÉÓÚ](?!\\.))(?![\\p{L}\\p{M}])',
    '(?<=\\p{L})[“„‚«†‡•¡¿£¢¥¤¦¬±÷¼½¾¶§]|[”»›†‡•£¢¥¤¦¬±÷¼½¾¶§…€](?=\\p{L})',
    '(?<=\\p{L})[–—](?=\\p{Ll})|[°™®©²³¹¡¿](?=\\p{Ll})',
    '(?<![lL])·(?=\\p{L})|(?<=\\p{L})·(?![lL])',
    '(?<![aeiouyäöüAEIOUYÄÖÜ])ß|(?<!\\p{L})ÿ',
  ].join('|')})`,
  'gu',
);
/** What western names have seldom, though they may. */
const RARE = /[šžŠŽœŒþÞðÐýÝÿõÕìÌ]|(?<=\p{L})[’\u00A0](?=\p{Ll})|«(?=\p{Ll})/gu;

/**
 * Letters with signs that stand together in words of one language or of close ones. Words that mix them were mostly
 * read in another way than they were written: `Jiøí`, `Dvoøák`, `Èerný`.
 */
const TOGETHER = [
  ...['äöüßéáèêëôç', 'éèêëàâçîïôùûüÿœæ', 'áéíóúñüïàèòç·', 'áâãàçéêíóôõúüñ', 'àèéìíòóùú', 'ëïéèöüáóúíêç'],
  ...['æøåéèêóòôüöä', 'åäöéüáàšž', 'áðéíóúýþæö', 'ðø', 'õäöüšž'],
  ...['áčďéěíňóřšťúůýžľĺŕôä', 'ąćęłńóśźż', 'áéíóöőúüűä', 'čćđšžáéö', 'ăâîşţșț', 'çğıöşüâîû'],
  ...['ąčęėįšųūž', 'āčēģīķļņōŗšūž'],
].map((letters) => new Set(letters));
const WORD = /[\p{L}·]+/gu;
const SIGNED = /(?=\p{L})[^\p{ASCII}ªº]/gu;

/** Greek words of more than one syllable carry an accent unless they are written in capitals. */
const UNACCENTED = /^(?=.*\p{Ll}.*\p{Ll})(?=.*[αεηιουω].*[αεηιουω])\P{M}+$/u;

/** How many words mix letters that no language has together. Cyrillic and Greek stand for themselves. */
function mixedIn(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORD)) if (isMixed(word)) count++;
  return count;
}

function isMixed(word: string): boolean {
  if (!/\P{ASCII}/u.test(word)) return false;
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  const found = scripts.filter((script) => script.test(word));
  if (found.length > 1) return true;
  if (found[0] === scripts[2]) return UNACCENTED.test(word.normalize('NFD'));
  if (found[0] !== scripts[0]) return false;
  const signed = word.toLowerCase().match(SIGNED) ?? [];
  return new Set(signed).size > 1 && !TOGETHER.some((letters) => signed.every((one) => letters.has(one)));
}

/** Whether a text looks as if its letters had been read in another way than they were written. */
export const isOdd = (text: string): boolean => text.search(ODD) >= 0 || mixedIn(text) > 0;

/** UTF-8 that somebody read as Windows-1252 and saved again: `MÃ¼ller`. */
export const isReadTwice = (text: string): boolean =>
  /[ÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u.test(text);

/** What speaks against each before anything was read, and what one odd sign and rare letters add to it. */
const BEFOREHAND: Record<OldEncoding, number> = {
  ...{ 'windows-1252': 0, macintosh: 2, cp850: 3, 'iso-8859-2': 4 },
  ...{ 'windows-1250': 3, 'windows-1251': 3, 'windows-1253': 3, 'windows-1254': 3, 'windows-1257': 3 },
};
const ODD_COUNTS = 6;
const RARE_COUNTS = 2;
const RARE_COUNT_AT_MOST = 4;
/** So much more must speak against all others. */
const CLEAR = 3;
/** Bytes that are looked at, from the first that tells anything. */
const LOOKED_AT = 500_000;

/**
 * How bytes that are no UTF-8 were written, and whether they tell it clearly: another way that reads the same is no
 * other way.
 */
export function oldEncodingOf(bytes: Uint8Array): { encoding: OldEncoding; isSure: boolean } {
  const from = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 128),
  );
  // The letter before belongs to what is looked at.
  const some = bytes.subarray(Math.max(0, from - 100), from + LOOKED_AT);
  const judged = OLD_ENCODINGS.map((encoding) => {
    const text = readOld(encoding, some);
    return { encoding, text, against: against(encoding, text) };
  }).sort((one, other) => one.against - other.against);
  const best = judged[0];
  const next = judged.find(({ text }) => text !== best?.text);
  return {
    encoding: best?.encoding ?? 'windows-1252',
    isSure: (next?.against ?? CLEAR) - (best?.against ?? 0) >= CLEAR,
  };
}

function against(encoding: OldEncoding, text: string): number {
  const rare = RARE_COUNTS * (text.match(RARE)?.length ?? 0);
  const odd = ODD_COUNTS * ((text.match(ODD)?.length ?? 0) + mixedIn(text));
  return BEFOREHAND[encoding] + odd + Math.min(RARE_COUNT_AT_MOST, rare);
}
