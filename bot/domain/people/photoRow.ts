import type { PersonId } from '#domain/basics/ids.ts';
import { PHOTO_PARTS, PHOTO_SIDE_MAX, PHOTO_TEXT_MAX, type Photo } from './photo.ts';

/**
 * The partition of somebody's photo. It stands beside the person's own one, which every request and every list of
 * people reads as a whole: there a photo would weigh more than all the rest.
 */
export const photoPlace = (person: PersonId): string => `photo_${person}`;

const PART_LENGTH = Math.ceil(PHOTO_TEXT_MAX / PHOTO_PARTS.length);

/** A picture in base64 as a row holds it. */
export function partsOfPhoto(text: string): Pick<Photo, (typeof PHOTO_PARTS)[number]> {
  const part = (n: number) => text.slice(n * PART_LENGTH, (n + 1) * PART_LENGTH);
  return { begin: part(0), middle: part(1), end: part(2) };
}

/** The inverse. */
export const textOfPhoto = (photo: Photo): string => PHOTO_PARTS.map((part) => photo[part]).join('');

const MARK = 0xff;
const [START, SCAN] = [0xd8, 0xda];
/** Frames of every process; the codes between them are tables and an extension (ITU-T T.81, table B.1). */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

/**
 * Whether these bytes are a photo as they may be kept: a JPEG by its first bytes, square, of 1 to 256 pixels a side by
 * its own frame header (ITU-T T.81, B.2.2). Anything else is refused, whatever it calls itself: other formats, what
 * is cut off before its picture begins, and small files that say they are enormous.
 */
export function isPhoto(bytes: Uint8Array): boolean {
  const at = (n: number): number => bytes[n] ?? 0;
  const pair = (n: number): number => at(n) * 256 + at(n + 1);
  if (at(0) !== MARK || at(1) !== START || at(2) !== MARK) return false;
  for (let n = 2; n + 9 < bytes.length && at(n) === MARK; n += 2 + pair(n + 2)) {
    if (at(n + 1) === SCAN) return false;
    if (!isFrame(at(n + 1))) continue;
    const [height, width] = [pair(n + 5), pair(n + 7)];
    return width === height && width >= 1 && width <= PHOTO_SIDE_MAX;
  }
  return false;
}
