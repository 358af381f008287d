import type { NumberedLine } from './importLine.ts';

/** Circles of managers within a file, each once, from its first line on. O(lines). */
export function findCircles(lines: readonly NumberedLine[]): NumberedLine[][] {
  const known = byName(lines);
  const done = new Set<NumberedLine>();
  const circles: NumberedLine[][] = [];
  for (const start of lines) {
    const path: NumberedLine[] = [];
    let above: NumberedLine | undefined = start;
    while (above && !done.has(above) && !path.includes(above)) {
      path.push(above);
      above = above.manager ? known.get(above.manager) : undefined;
    }
    const from = above ? path.indexOf(above) : -1;
    if (from >= 0) circles.push(fromFirstLine(path.slice(from)));
    for (const line of path) done.add(line);
  }
  return circles;
}

/** By mail address and by directory id, the first line that has it. */
function byName(lines: readonly NumberedLine[]): Map<string, NumberedLine> {
  const known = new Map<string, NumberedLine>();
  for (const line of lines)
    for (const name of [line.mail, line.directoryId]) if (name && !known.has(name)) known.set(name, line);
  return known;
}

function fromFirstLine(circle: NumberedLine[]): NumberedLine[] {
  const first = circle.reduce((best, { line }, n) => (line < (circle[best]?.line ?? line) ? n : best), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
