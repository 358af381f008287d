import type { Encoding } from '#domain/basics/encoding.ts';
import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { KeptAttribute } from './attributes/attributes.ts';
import type { Column } from './importColumns.ts';

/** Longest file, in bytes. */
export const IMPORT_MAX = 8_000_000;
export const FILE_NAME_MAX = 120;
/** So many problems of a file are listed; of the others there is only the number. */
const PROBLEMS_LISTED = 100;

export const IMPORT_STATES = ['checking', 'refused', 'checked', 'applying', 'applied'] as const;

/** What is wrong on one line; `word` is a key of the catalogue below `cohort:import`. */
export interface ImportProblem {
  line: number;
  /** Our name of the column, empty when it concerns the whole line. */
  column: Column | '';
  word: string;
  values: Record<string, string | number>;
}

/** What a checked file would do, counted in lines. */
export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** What was read of a file before anybody was looked up. */
export interface ImportFile {
  /** As the champion calls it. */
  file: string;
  encoding: Encoding;
  /** The first name that would look wrong if the encoding were another one; empty when there is none. */
  sample: string;
  /** Columns we have no use for, as written; the first of them. */
  ignored: string[];
  /** Columns that are kept as attributes; missing where it was written before this was kept. */
  keeps?: KeptAttribute[];
  lines: number;
}

export interface ReadImport extends Omit<ImportFile, 'file'> {
  /**
   * Lists of `ImportLine` as JSON, by mail address, each short enough for a row: the good lines. Empty when something is
   * wrong with the file as a whole.
   */
  parts: string[];
  /** How many lines have a problem and stay out. */
  leftOut: number;
  /** The first of them by line, then by column. */
  problems: ImportProblem[];
  problemCount: number;
}

/**
 * Row `import`: the one import of a cohort that is being checked, waits for the champion's yes, is on its way or was
 * the last. Its lines are staged in `importpart` rows until they have done their work.
 */
export interface Import extends ImportFile, ImportCounts {
  id: string;
  /** The press that brought the file; missing where the caller named none. */
  press?: string;
  state: (typeof IMPORT_STATES)[number];
  by: PersonId;
  at: Instant;
  /** Members of this cohort are meant by addresses that no lookup knows. */
  hasAddresses: boolean;
  /** How many members there were when the file came; missing where it was written before this was kept. */
  members?: number;
  parts: number;
  /** How far it is in this state, in parts and in lines. */
  partsDone: number;
  linesDone: number;
  /** The champion wants the good lines without the others; `lines` are the good ones then. */
  isPartly?: boolean;
  /** How many lines stay out. */
  leftOut?: number;
  /** At most `PROBLEMS_LISTED` of `problemCount`, by line. */
  problems: ImportProblem[];
  problemCount: number;
}

/** It goes on by itself. */
export const isGoing = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'checking' || state === 'applying';

/** After so long without an end, a champion may try an import again or leave it. */
export const IMPORT_STUCK_MS = 30 * 60_000;

/** It should have ended by itself. */
export const isStuck = (seen: Pick<Import, 'state' | 'at'>, nowMs: number): boolean =>
  isGoing(seen) && nowMs - Date.parse(seen.at) >= IMPORT_STUCK_MS;

const byPlace = (a: ImportProblem, b: ImportProblem): number =>
  a.line - b.line || (a.column < b.column ? -1 : a.column > b.column ? 1 : 0);

/** Counts problems and keeps the first of them, by line, then by column. */
export class Problems {
  #kept: ImportProblem[];
  #count: number;

  constructor(kept: readonly ImportProblem[] = [], count = kept.length) {
    this.#kept = [...kept];
    this.#count = count;
  }

  say(
    line: number,
    column: ImportProblem['column'],
    word: string,
    values: ImportProblem['values'] = {},
  ): void {
    this.#count++;
    this.#kept.push({ line, column, word, values });
    if (this.#kept.length > 2 * PROBLEMS_LISTED) this.#kept = this.listed();
  }

  sayAll(problems: readonly ImportProblem[]): void {
    for (const { line, column, word, values } of problems) this.say(line, column, word, values);
  }

  get count(): number {
    return this.#count;
  }

  listed(): ImportProblem[] {
    return this.#kept.sort(byPlace).slice(0, PROBLEMS_LISTED);
  }
}
