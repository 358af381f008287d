import type { Instant, PersonId } from '#domain/basics/ids.ts';

/** A photo is a square JPEG of at most so many pixels a side and so many bytes: what an avatar needs on any screen. */
export const PHOTO_SIDE_MAX = 256;
export const PHOTO_BYTES_MAX = 48 * 1_024;
/** The same in base64. */
export const PHOTO_TEXT_MAX = 4 * Math.ceil(PHOTO_BYTES_MAX / 3);

/** No property of a row holds all of it. */
export const PHOTO_PARTS = ['begin', 'middle', 'end'] as const;
type PhotoPart = (typeof PHOTO_PARTS)[number];

/** Row `photo`: the picture that somebody chose of themselves, in base64. Its parts follow each other, as needed. */
export interface Photo extends Record<PhotoPart, string> {
  person: PersonId;
  at: Instant;
}
