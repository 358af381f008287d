import type { ImportLine } from './importLine.ts';

type Named = Pick<ImportLine, 'line' | 'mail' | 'directoryId'>;

/** Finds a line by mail address or by directory id: the first that has it. */
export class LinesByName<Line extends Named> {
  readonly #known = new Map<string, Line>();

  add(line: Line): void {
    for (const name of [line.mail, line.directoryId])
      if (name && !this.#known.has(name)) this.#known.set(name, line);
  }

  find(name: string): Line | undefined {
    return this.#known.get(name);
  }
}

/**
 * Circles that close when everybody goes to whoever stands `above` them, each once and from its first line on.
 * Nobody is passed twice.
 */
export function* findCircles<Line extends Named>(
  lines: Iterable<Line>,
  above: (line: Line) => Line | undefined,
): Generator<Line[]> {
  const passedFrom = new Map<Line, Line>();
  for (const start of lines) {
    const path: Line[] = [];
    let at: Line | undefined = start;
    while (at && !passedFrom.has(at)) {
      passedFrom.set(at, start);
      path.push(at);
      at = above(at);
    }
    if (at && passedFrom.get(at) === start) yield fromFirstLine(path.slice(path.indexOf(at)));
  }
}

function fromFirstLine<Line extends Named>(circle: Line[]): Line[] {
  const first = circle.reduce((best, { line }, n) => (line < (circle[best]?.line ?? line) ? n : best), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
