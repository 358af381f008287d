import type { Held } from '#api/contract/me.ts';

/** What is held, as lines to read: `field: value`, a list after its field, people by their first names. */
export function heldLines(entry: object, names: Held['names']): string[] {
  return Object.entries(entry).flatMap(([field, value]) => linesOf(field, value, names));
}

function linesOf(field: string, value: unknown, names: Held['names']): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((one) => linesOf(field, one, names));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([inner, one]) => linesOf(`${field} › ${inner}`, one, names));
  const text = shortened(String(value));
  return [`${field}: ${names[text] ?? text}`];
}

const LONGEST_DATA = 32;

/** A picture is no line to read; the file for programs has all of it. */
const shortened = (text: string): string =>
  text.startsWith('data:') ? `${text.slice(0, LONGEST_DATA)}…` : text;
