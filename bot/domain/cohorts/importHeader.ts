import { DELIMITERS, eachRecord } from '#domain/basics/csv.ts';
import type { ChosenColumns } from '#domain/cohorts/attributes/chosen.ts';
import {
  BETWEEN,
  COLUMNS,
  type Column,
  FAMILY,
  GIVEN,
  HEADERS,
  plainLetters,
  VAGUE_IDS,
  WHOLE_OR_FAMILY,
  WHOLE_OR_GIVEN,
} from './importColumns.ts';

/** Titles and dates of a report stand above its columns in so many lines at most, and in so many characters. */
const LINES_LOOKED_AT = 20;
const LOOKED_AT = 65_536;

/**
 * The line with the names of the columns, from 1, and what stands between them where the first line does not tell: the
 * first line that names most of name, address and role. Where no line names two of them it is the first.
 */
export function findHeader(text: string): { line: number; delimiter: string | undefined } {
  const start = text.slice(0, LOOKED_AT);
  let best = { line: 1, delimiter: undefined as string | undefined, named: 1 };
  for (const delimiter of [undefined, ...DELIMITERS]) {
    let looked = 0;
    for (const found of eachRecord(start, delimiter)) {
      if (looked++ >= LINES_LOOKED_AT || best.named === 3) break;
      if (typeof found === 'number') continue;
      const named = namedIn(found.cells);
      if (named > best.named) best = { line: found.line, delimiter, named };
    }
  }
  return { line: best.line, delimiter: best.delimiter };
}

function namedIn(cells: readonly string[]): number {
  const { at, isIdVague } = readHeader(cells);
  const address = at.mail ?? (isIdVague ? undefined : at.directoryId);
  return [at.name, address, at.role].filter((index) => index !== undefined).length;
}

/** `Employee #` names a number. */
const bare = (text: string): string =>
  plainLetters(text.replace(/[#№]/gu, 'number')).replace(/[^\p{L}\p{N}]/gu, '');

/** Says of a column whose it is or what for, and not what stands there. */
const BESIDE = new Set([
  ...['work', 'business', 'company', 'corporate', 'office', 'primary', 'programme', 'program', 'mentoring'],
  ...[
    'in',
    'im',
    'the',
    'of',
    'a',
    'an',
    'line',
    'direct',
    's',
    'worker',
    'employee',
    'preferred',
    'participant',
  ],
  ...[
    'dienstlich',
    'geschaftlich',
    'beruflich',
    'programm',
    'der',
    'die',
    'des',
    'professionnel',
    'travail',
    'laboral',
  ],
]);
/** Says how a manager is named. */
const HOW_NAMED = new Set([
  'e',
  'mail',
  'email',
  'upn',
  'address',
  'adresse',
  'adres',
  'name',
  'naam',
  'nom',
]);

/** What a longer name says: `Email - Primary Work`, `Rolle im Programm`, `Führungskraft (E-Mail)`. */
const wordsOf = (cell: string): string[] =>
  (plainLetters(cell).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !BESIDE.has(word));

function saysSo(column: Column, said: readonly string[]): boolean {
  if (said.length > 0 && HEADERS[column].includes(said.join(''))) return true;
  const rest = column === 'manager' ? said.filter((word) => !HOW_NAMED.has(word)) : [];
  return rest.length > 0 && HEADERS.manager.includes(rest.join(''));
}

export interface Header {
  /** Where each column we know stands. */
  at: Partial<Record<Column, number>>;
  /** Where the given name stands, when `name` is the family name alone. */
  givenName?: number;
  /** Where stands what comes between the two. */
  between?: number;
  /** The directory id stands under a name that may mean something else. */
  isIdVague: boolean;
  /** Header names we have no use for, as written, and where they stand. */
  ignored: string[];
  unused: number[];
  /** Header names that stand there twice. */
  twice: string[];
  /** No name, mail address, directory id or role: these may be no names of columns at all. */
  isNone: boolean;
}

/** Finds our columns among the names of a header line, whatever their case, blanks, accents and hyphens; then those that were `chosen`. */
export function readHeader(cells: readonly string[], chosen: ChosenColumns['is'] = []): Header {
  const names = cells.map(bare);
  const firsts = new Map<string, number>();
  names.forEach((name, n) => {
    if (!firsts.has(name)) firsts.set(name, n);
  });
  const find = (words: readonly string[]) => {
    const known = words.find((word) => firsts.has(word));
    return known === undefined ? undefined : firsts.get(known);
  };
  const at: Header['at'] = {};
  for (const column of COLUMNS) {
    const first = find(HEADERS[column]);
    if (first !== undefined) at[column] = first;
  }
  takeChosen(at, cells.length, chosen);
  findLonger(at, cells);
  const sure = at.directoryId;
  const vague = sure ?? find(VAGUE_IDS);
  if (vague !== undefined) at.directoryId = vague;
  const parts = nameInParts(find, names[at.name ?? -1]);
  if (parts) at.name = parts.family;
  const between = parts && find(BETWEEN);
  const isNone = [at.name, at.mail, sure, at.role].every((index) => index === undefined);
  const used = new Set([...Object.values(at), ...(parts ? [parts.given] : []), between]);
  const isUnused = (cell: string, n: number) => cell !== '' && !used.has(n) && !isTwice(n);
  const isTwice = (n: number) => !used.has(n) && used.has(firsts.get(names[n] ?? '') ?? -1);
  return {
    at,
    ...(parts && { givenName: parts.given }),
    ...(between !== undefined && { between }),
    isIdVague: sure === undefined && vague !== undefined,
    ignored: cells.filter(isUnused),
    unused: [...cells.keys()].filter((n) => isUnused(cells[n] ?? '', n)),
    twice: cells.filter((_, n) => isTwice(n)),
    isNone,
  };
}

/** What was chosen counts where nothing else is known of the column, and nothing is read from that place. */
function takeChosen(at: Header['at'], cells: number, chosen: ChosenColumns['is']): void {
  for (const { place, column } of chosen)
    if (at[column] === undefined && place < cells && !Object.values(at).includes(place)) at[column] = place;
}

/** A column that nothing names alone counts where exactly one longer name says it. */
function findLonger(at: Header['at'], cells: readonly string[]): void {
  const missing = COLUMNS.filter((column) => at[column] === undefined);
  const taken = new Set(Object.values(at));
  const said = missing.length > 0 ? cells.map((cell, n) => (taken.has(n) ? [] : wordsOf(cell))) : [];
  for (const column of missing) {
    const found = [...said.keys()].filter((n) => saysSo(column, said[n] ?? []));
    if (found.length === 1) at[column] = found[0] as number;
  }
}

/** Where the two parts of a name stand, unless a column says that it holds the whole. */
function nameInParts(
  find: (words: readonly string[]) => number | undefined,
  name: string | undefined,
): { given: number; family: number } | undefined {
  const isEither = name === undefined || [...WHOLE_OR_FAMILY, ...WHOLE_OR_GIVEN].includes(name);
  const family = find(FAMILY);
  const given = find(GIVEN) ?? (family === undefined ? undefined : find(WHOLE_OR_GIVEN));
  const last = family ?? find(WHOLE_OR_FAMILY);
  return isEither && given !== undefined && last !== undefined ? { given, family: last } : undefined;
}
