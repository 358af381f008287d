import { seenName } from '#domain/basics/visible.ts';
import type { ImportProblem } from '#domain/cohorts/import.ts';
import { shortened } from '#domain/cohorts/importCells.ts';
import { isNeverKept } from '#domain/cohorts/neverKept.ts';
import { ATTRIBUTE_NAME_MAX, ATTRIBUTE_VALUE_MAX } from './attributes.ts';
import { areNeverKept, isNeverKeptShape } from './neverKeptShape.ts';

interface KeptColumn {
  place: number;
  name: string;
  values: Set<string>;
}

/** So many different values tell what a column is. */
const VALUES_KEPT = 100;

/** The columns that a champion would like to keep, read line by line; what may not be kept is found out. */
export class KeptColumns {
  readonly #columns: KeptColumn[] = [];
  readonly #problems: ImportProblem[] = [];
  readonly #refused = new Set<string>();

  /** `open`: the places of columns that nothing else is read from. */
  constructor(line: number, cells: readonly string[], places: readonly number[], open: readonly number[]) {
    for (const place of new Set(places)) {
      const name = attributeName(cells[place] ?? '');
      if (name === '' || !open.includes(place)) continue;
      this.#columns.push({ place, name, values: new Set() });
      if (isNeverKept(name)) this.#refuse(line, 'attributeRefused', { name });
    }
  }

  /** What a line says under them, or undefined. */
  read(line: number, cells: readonly string[]): Record<string, string> | undefined {
    const said = this.#columns.flatMap(({ place, name, values }) => {
      const value = seenName(cells[place] ?? '')
        .slice(0, ATTRIBUTE_VALUE_MAX)
        .toWellFormed()
        .trim();
      if (isNeverKeptShape(value)) this.#refuse(line, 'attributeShape', { name, value: shortened(value) });
      if (values.size < VALUES_KEPT) values.add(value);
      return value === '' ? [] : [[name, value] as const];
    });
    return said.length > 0 ? Object.fromEntries(said) : undefined;
  }

  /** Why some of them may not be kept, each once; then nothing of the file is taken. */
  problems(line: number): ImportProblem[] {
    for (const { name, values } of this.#columns)
      if (areNeverKept([...values])) this.#refuse(line, 'attributeRefused', { name });
    return this.#problems;
  }

  get names(): string[] {
    return this.#columns.map(({ name }) => name);
  }

  #refuse(line: number, word: string, values: { name: string; value?: string }): void {
    if (this.#refused.has(values.name)) return;
    this.#refused.add(values.name);
    this.#problems.push({ line, column: '', word, values });
  }
}

/** What a column is called as an attribute. */
export const attributeName = (cell: string): string =>
  shortened(seenName(cell)).slice(0, ATTRIBUTE_NAME_MAX).trim();
