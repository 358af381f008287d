import { isDirectoryId } from '#domain/people/person.ts';
import { isAddress, isNobody, shortened } from './importCells.ts';
import { plainLetters } from './importColumns.ts';
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

/** A name as it is compared: `Demo, Cara (1002)` is `cara demo`. */
function comparable(name: string): string {
  const [last = '', first = '', ...more] = name.replace(/\s*\([^()]*\)\s*$/u, '').split(',');
  const whole = more.length > 0 ? name : `${first} ${last}`;
  return plainLetters(whole).replace(/\s+/gu, ' ').trim();
}

/** Managers who stand there by name: each counts where exactly one line bears that name. */
export class ManagersByName<Line extends Named & Pick<ImportLine, 'name' | 'manager'>> {
  readonly #bearers = new Map<string, Line | undefined>();
  readonly #asked: { line: Line; value: string }[] = [];

  /** `manager`: the name that stands there; empty when there is none. */
  add(line: Line, manager: string): void {
    const name = comparable(line.name);
    this.#bearers.set(name, this.#bearers.has(name) ? undefined : line);
    if (manager) this.#asked.push({ line, value: manager });
  }

  /**
   * Writes down whom the names mean, and nobody where a cell says so. Yields those that mean nobody here, or more than
   * one.
   */
  *settle(): Generator<{ line: number; value: string }> {
    for (const { line, value } of this.#asked) {
      const name = comparable(value);
      const found = this.#bearers.get(name);
      if (found && isDirectoryId(found.directoryId)) line.manager = found.directoryId;
      else if (found && isAddress(found.mail)) line.manager = found.mail;
      else if (this.#bearers.has(name) || !isNobody(value)) yield { line: line.line, value };
    }
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

/** Names of one circle that are said. */
const NAMES_SAID = 4;

/** A circle as a sentence shows it, from its first name around to the same. */
export function namesAround(circle: readonly Pick<ImportLine, 'name'>[]): string {
  const names = circle.slice(0, NAMES_SAID).map(({ name }) => shortened(name));
  const rest = circle.length > NAMES_SAID ? ['…'] : [];
  return [...names, ...rest, ...names.slice(0, 1)].join(' → ');
}
