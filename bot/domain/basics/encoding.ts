import { OLD_ENCODINGS, oldEncodingOf, readOld } from './oldLetters.ts';

export const ENCODINGS = ['utf-8', 'utf-16', ...OLD_ENCODINGS] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Why bytes are no text: a spreadsheet itself, or letters in a way we don't read. */
export type NoText = 'workbook' | 'otherEncoding';

/** How files begin that spreadsheets save as their own, new and old. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const LOOKED_AT = 4_096;

/**
 * What bytes say: UTF-8, UTF-16 where a mark says so, else Windows-1252, in which Excel saves plain CSV, or what it
 * saves in other countries and what older ones saved. A character that cannot be read becomes U+FFFD, or a control character of Windows-1252, where it
 * stands. Not sure: the same bytes make sense in two ways.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding; isSure: boolean } | NoText {
  const starts = (...mark: number[]) => mark.every((byte, n) => bytes[n] === byte);
  if (WORKBOOKS.some((mark) => starts(...mark))) return 'workbook';
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return 'otherEncoding';
  if (starts(0xff, 0xfe)) return { text: read('utf-16le', bytes), encoding: 'utf-16', isSure: true };
  if (starts(0xfe, 0xff)) return { text: read('utf-16be', bytes), encoding: 'utf-16', isSure: true };
  if (isMostlyNul(bytes)) return 'otherEncoding';
  const text = read('utf-8', bytes);
  if (starts(0xef, 0xbb, 0xbf) || isUtf8(text)) return { text, encoding: 'utf-8', isSure: true };
  const old = oldEncodingOf(bytes);
  return { text: readOld(old.encoding, bytes), ...old };
}

const read = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** UTF-16 or UTF-32 without a mark: every second byte or more of western text is 0. */
function isMostlyNul(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, LOOKED_AT);
  return first.filter((byte) => byte === 0).length > first.length / 5;
}

/** Letters of Windows-1252 are hardly ever UTF-8 by chance: a damaged file has more good characters than bad ones. */
function isUtf8(text: string): boolean {
  const bad = text.match(/\uFFFD/g)?.length ?? 0;
  return bad === 0 || (text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0) > bad;
}
