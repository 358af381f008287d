import { readCsv } from '#domain/basics/csv.ts';
import type { Instant } from '#domain/basics/ids.ts';
import { type Column, type Header, readHeader, roleOf } from './importColumns.ts';
import type { NumberedLine } from './importLine.ts';
import { findCircles } from './managers.ts';

/** Longest file, in characters. */
export const IMPORT_MAX = 2_000_000;

/** Row `import_<id>`. */
export interface Import {
  state: 'staged' | 'committed' | 'applied';
  parts: number;
  at: Instant;
}

/** What is wrong on one line; `word` is a key of the catalogue below `cohort:import`. */
export interface ImportProblem {
  line: number;
  /** Our name of the column, empty when it concerns the whole line. */
  column: Column | '';
  word: string;
  values: Record<string, string | number>;
}

export interface ReadImport {
  lines: NumberedLine[];
  /** By line, then by column. Nothing may be imported while there is one. */
  problems: ImportProblem[];
  /** Columns we have no use for, as written. */
  ignored: string[];
}

const MAX_CELL = 200;
const MAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]+$/;
const DIRECTORY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the people of a CSV: name, mail and/or directory id, role, manager, department, location, under the
 * header names people use. Finds everything that is wrong, not only the first.
 */
export function readImport(csv: string): ReadImport {
  const { records, openQuotes } = readCsv(csv);
  const problems = openQuotes.map((line) => problem(line, '', 'openQuote'));
  const [first, ...rest] = records;
  if (!first) return { lines: [], problems: [...problems, problem(1, '', 'empty')], ignored: [] };
  const header = readHeader(first.cells);
  problems.push(...problemsOfHeader(header, first.line));
  if (rest.length === 0) problems.push(problem(first.line, '', 'nobody'));
  const lines: NumberedLine[] = [];
  for (const { line, cells } of hasNeeded(header) ? rest : []) {
    const filled = cells.findLastIndex((cell) => cell !== '') + 1;
    if (filled > first.cells.length)
      problems.push(problem(line, '', 'tooManyCells', { cells: filled, columns: first.cells.length }));
    lines.push(readLine(line, cells, header, problems));
  }
  problems.push(...problemsOfDuplicates(lines), ...problemsOfManagers(lines));
  return { lines, problems: problems.sort(byPlace), ignored: header.ignored };
}

const problem = (
  line: number,
  column: Column | '',
  word: string,
  values: Record<string, string | number> = {},
): ImportProblem => ({ line, column, word, values });

const byPlace = (a: ImportProblem, b: ImportProblem): number =>
  a.line - b.line || (a.column < b.column ? -1 : a.column > b.column ? 1 : 0);

const hasNeeded = ({ at }: Header): boolean =>
  at.name !== undefined && at.role !== undefined && (at.mail ?? at.directoryId) !== undefined;

function problemsOfHeader({ at, twice }: Header, line: number): ImportProblem[] {
  return [
    ...(at.name === undefined ? [problem(line, 'name', 'columnMissing')] : []),
    ...(at.role === undefined ? [problem(line, 'role', 'columnMissing')] : []),
    ...((at.mail ?? at.directoryId) === undefined ? [problem(line, 'mail', 'mailColumnMissing')] : []),
    ...twice.map((name) => problem(line, '', 'columnTwice', { name: shortened(name) })),
  ];
}

/** What somebody wrote, short enough to be said back. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function readLine(
  line: number,
  cells: readonly string[],
  { at }: Header,
  problems: ImportProblem[],
): NumberedLine {
  const say = (column: Column, word: string, value = '') =>
    problems.push(problem(line, column, word, value ? { value: shortened(value) } : {}));
  const cell = (column: Column): string => {
    const index = at[column];
    const text = (index === undefined ? '' : (cells[index] ?? '')).trim();
    if (text.includes('\n')) say(column, 'lineBreak');
    else if (text.length > MAX_CELL) say(column, 'tooLong');
    else return text;
    return '';
  };
  const [name, mail, directoryId] = [
    cell('name'),
    cell('mail').toLowerCase(),
    cell('directoryId').toLowerCase(),
  ];
  const [roleWord, manager] = [cell('role'), cell('manager').toLowerCase()];
  const role = roleOf(roleWord);
  const isSaid = (column: Column) => problems.some((one) => one.line === line && one.column === column);
  if (!name && !isSaid('name')) say('name', 'nameMissing');
  if (!mail && !directoryId && !isSaid('mail') && !isSaid('directoryId')) say('mail', 'mailMissing');
  if (mail && !MAIL.test(mail)) say('mail', 'notMail', mail);
  if (directoryId && !DIRECTORY_ID.test(directoryId)) say('directoryId', 'notDirectoryId', directoryId);
  if (!role && !isSaid('role')) say('role', roleWord ? 'notRole' : 'roleMissing', roleWord);
  if (manager && !MAIL.test(manager) && !DIRECTORY_ID.test(manager)) say('manager', 'notManager', manager);
  return {
    ...{ line, name, mail, directoryId, role: role ?? 'mentor', manager },
    ...{ department: cell('department'), location: cell('location') },
  };
}

function problemsOfDuplicates(lines: readonly NumberedLine[]): ImportProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, mail, directoryId }) =>
    (['mail', 'directoryId'] as const).flatMap((column) => {
      const value = column === 'mail' ? mail : directoryId;
      const before = value ? seen.get(value) : undefined;
      if (value && before === undefined) seen.set(value, line);
      return before === undefined ? [] : [problem(line, column, 'twice', { value, first: before })];
    }),
  );
}

function problemsOfManagers(lines: readonly NumberedLine[]): ImportProblem[] {
  return findCircles(lines).map((circle) => {
    const names = [...circle, ...circle.slice(0, 1)].map(({ name }) => shortened(name)).join(' → ');
    return problem(circle[0]?.line ?? 1, 'manager', 'circle', { names });
  });
}
