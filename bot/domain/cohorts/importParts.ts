import type { ImportLine } from './importLine.ts';

/** Characters of lines in one part, with room for what is found out of each; a property of a row holds 32,000. */
const PART_SIZE = 28_000;
/** What is found out of a line is at most so long. */
const FOUND_OUT = 130;

/** Lists of lines as JSON, by mail address, so that whoever looks them up finds neighbours together. */
export function toParts(lines: ImportLine[]): string[] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const line of lines.sort((a, b) => (a.mail < b.mail ? -1 : a.mail > b.mail ? 1 : a.line - b.line))) {
    const text = JSON.stringify(line);
    if (size + text.length + FOUND_OUT > PART_SIZE && size > 0) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(text);
    size += text.length + FOUND_OUT;
  }
  return parts.map((part) => `[${part.join(',')}]`);
}
