import { describe, expect, it } from 'vitest';
import { PHOTO_BYTES_MAX, PHOTO_TEXT_MAX } from '#domain/people/photo.ts';
import { isPhoto, partsOfPhoto, textOfPhoto } from '#domain/people/photoRow.ts';
import { jpegOf } from '#tests/bot/aPhoto.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('a photo', () => {
  it.each([
    ['of one pixel', jpegOf(1)],
    ['as large as can be', jpegOf(256)],
    ['in steps (progressive)', Buffer.from(jpegOf(64)).map((byte, n) => (n === 9 ? 0xc2 : byte))],
  ])('%s is one', (_, bytes) => expect(isPhoto(bytes)).toBe(true));

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', bytesOf('<html><script>alert(1)</script>')],
    ['a GIF', bytesOf('GIF89a'.padEnd(64, '\0'))],
    ['a PNG', bytesOf('\x89PNG\r\n\x1a\n'.padEnd(64, '\0'))],
    ['one that is not square', jpegOf(256, 255)],
    ['one that says it is enormous', jpegOf(65_535)],
    ['one a pixel too large', jpegOf(257)],
    ['one without a side', jpegOf(0)],
    ['one that ends before its frame', jpegOf(64).subarray(0, 12)],
    [
      'one whose picture begins before its frame',
      Buffer.from(jpegOf(64)).map((byte, n) => (n === 3 ? 0xda : byte)),
    ],
  ])('is not: %s', (_, bytes) => expect(isPhoto(bytes)).toBe(false));

  it('is kept in parts of which each fits a property, and comes back as it was', () => {
    const text = Buffer.alloc(PHOTO_BYTES_MAX, 'face').toString('base64');
    expect(text).toHaveLength(PHOTO_TEXT_MAX);
    const parts = partsOfPhoto(text);
    expect(Math.max(...Object.values(parts).map(({ length }) => length))).toBeLessThan(32_000);
    expect(textOfPhoto({ ...parts, person: 'clara' as never, at: '' as never })).toBe(text);
  });
});
