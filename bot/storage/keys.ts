import { TooLarge } from '#usecases/story/ports.ts';

/** Azure's limit is 1 KiB, 512 UTF-16 units. */
const LONGEST_KEY = 400;
const LONGEST_STORED_KEY = 512;

/** What Azure Tables forbids in keys (`/ \ # ?`, controls), `%`, which breaks addresses, and `!` itself. */
const FORBIDDEN = /[/\\#?%!\p{Cc}]/gu;

/** A plain key as it is stored: forbidden characters become `!` and two hex digits. Keeps prefixes. */
export function escapeKey(key: string): string {
  const stored = key
    .toWellFormed()
    .replace(FORBIDDEN, (char) => `!${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  if (key.length > LONGEST_KEY || stored.length > LONGEST_STORED_KEY) {
    throw new TooLarge(`the key starting with ${key.slice(0, 40)}`);
  }
  return stored;
}

/** The inverse of `escapeKey`. */
export const unescapeKey = (stored: string): string =>
  stored.replace(/![0-9A-F]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
