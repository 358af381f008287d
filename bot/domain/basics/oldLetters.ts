/** How spreadsheets wrote letters before UTF-8: Excel on Windows, Excel on an old Mac, and DOS. The likeliest first. */
const OLD_ENCODINGS = ['windows-1252', 'macintosh', 'cp850'] as const;
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
    '[\\u0080-\\u009F\\uFFFDµŸƒı¨¸¯ˆ˜˘˙˚˝˛ˇ‗⁄‰∂∑∏π∫Ω≈∆√∞≠≤≥◊ﬁﬂ‹\\u2500-\\u25FF]',
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

/** Whether a text looks as if its letters had been read in another way than they were written. */
export const isOdd = (text: string): boolean => text.search(ODD) >= 0;

/** UTF-8 that somebody read as Windows-1252 and saved again: `MÃ¼ller`. */
export const isReadTwice = (text: string): boolean =>
  /[ÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u.test(text);

/** What speaks against each before anything was read, and what one odd sign and rare letters add to it. */
const BEFOREHAND: Record<OldEncoding, number> = { 'windows-1252': 0, macintosh: 2, cp850: 3 };
const ODD_COUNTS = 6;
const RARE_COUNTS = 2;
const RARE_COUNT_AT_MOST = 4;
/** So much more must speak against all others. */
const CLEAR = 3;
/** Bytes that are looked at, from the first that tells anything. */
const LOOKED_AT = 500_000;

/** How bytes that are no UTF-8 were written, and whether they tell it clearly. */
export function oldEncodingOf(bytes: Uint8Array): { encoding: OldEncoding; isSure: boolean } {
  const from = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 128),
  );
  // The letter before belongs to what is looked at.
  const some = bytes.subarray(Math.max(0, from - 100), from + LOOKED_AT);
  const judged = OLD_ENCODINGS.map((encoding) => ({ encoding, against: against(encoding, some) }));
  const [best, next] = judged.sort((one, other) => one.against - other.against);
  return {
    encoding: best?.encoding ?? 'windows-1252',
    isSure: (next?.against ?? 0) - (best?.against ?? 0) >= CLEAR,
  };
}

function against(encoding: OldEncoding, bytes: Uint8Array): number {
  const text = readOld(encoding, bytes);
  const rare = RARE_COUNTS * (text.match(RARE)?.length ?? 0);
  const odd = ODD_COUNTS * (text.match(ODD)?.length ?? 0);
  return BEFOREHAND[encoding] + odd + Math.min(RARE_COUNT_AT_MOST, rare);
}
