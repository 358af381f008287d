import { eachRecord } from '#domain/basics/csv.ts';
import { decode } from '#domain/basics/encoding.ts';
import { isDirectoryId } from '#domain/people/person.ts';
import { type ImportFile, type ImportProblem, Problems } from './import.ts';
import { addressIn, Cells, isAddress, type Letters } from './importCells.ts';
import { type Column, type Header, readHeader } from './importColumns.ts';
import type { ImportLine } from './importLine.ts';
import { findCircles, LinesByName } from './managers.ts';
import { isNeverKept } from './neverKept.ts';
import { roleOf } from './roleWords.ts';

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

/** Characters of lines in one part, with room for what is found out of each; a property of a row holds 32,000. */
const PART_SIZE = 28_000;
/** What is found out of a line is at most so long. */
const FOUND_OUT = 130;
const MAX_IGNORED = 20;
/** Names of one circle that are said. */
const NAMES_SAID = 4;

const isName = (text: string): boolean => isAddress(text) || isDirectoryId(text);

/**
 * Reads the people of a CSV: name, mail and/or directory id, role, manager, department, location, under the
 * header names people use. Finds everything that is wrong, not only the first; the work for a line does not grow
 * with the file.
 */
export function readImport(bytes: Uint8Array): ReadImport {
  const decoded = decode(bytes);
  const reader = new Reader();
  if (typeof decoded === 'string') reader.problems.say(1, '', decoded);
  else reader.read(decoded.text, decoded);
  return reader.finish(typeof decoded === 'string' ? 'utf-8' : decoded.encoding);
}

/** What somebody wrote, short enough to be said back. */
const shortened = (text: string): string => {
  const seen = text.replace(/[\s\p{C}]+/gu, ' ').toWellFormed();
  return seen.length > 60 ? `${seen.slice(0, 60).toWellFormed()}…` : seen;
};

/** Those that are never kept first: they are said whatever else stands there. */
const firstIgnored = (names: readonly string[]): string[] =>
  [...names.filter(isNeverKept), ...names.filter((name) => !isNeverKept(name))]
    .slice(0, MAX_IGNORED)
    .map(shortened);

class Reader {
  readonly problems = new Problems();
  readonly #lines: ImportLine[] = [];
  /** Lines of the file with a problem of their own. */
  readonly #bad = new Set<number>();
  readonly #firsts = new Map<string, number>();
  readonly #names = new LinesByName<ImportLine>();
  #header: Header | undefined;
  #columns = 0;
  #letters: Letters = { encoding: 'utf-8', isSure: true };
  #sample = '';
  /** Something is wrong with the names of the columns. */
  #isWrong = false;

  read(text: string, letters: Letters): void {
    this.#letters = letters;
    let count = 0;
    let openQuotes = 0;
    let headerLine = 1;
    for (const found of eachRecord(text)) {
      if (typeof found === 'number') {
        openQuotes++;
        this.#say(found, '', 'openQuote');
      } else if (!this.#header) {
        headerLine = found.line;
        this.#readHeader(found.line, found.cells, text);
      } else {
        count++;
        this.#readRecord(found.line, found.cells, found.width);
      }
    }
    // A line with an open quotation mark may have been the one that is missed.
    if (openQuotes === 0 && !this.#header) this.problems.say(1, '', 'empty');
    else if (openQuotes === 0 && count === 0) this.problems.say(headerLine, '', 'nobody');
    for (const circle of findCircles(this.#lines, ({ manager }) => this.#names.find(manager)))
      this.#sayCircle(circle);
  }

  finish(encoding: ImportFile['encoding']): ReadImport {
    const good = this.#isWrong ? [] : this.#lines.filter(({ line }) => !this.#bad.has(line));
    const names = new LinesByName<ImportLine>();
    for (const line of good) names.add(line);
    for (const line of good) {
      const manager = names.find(line.manager);
      line.isManagerHere = manager !== undefined;
      // A directory id decides who it is; an address beside it does not.
      if (manager?.directoryId) line.manager = manager.directoryId;
    }
    return {
      parts: good.length > 0 ? toParts(good) : [],
      lines: good.length,
      leftOut: this.#bad.size,
      problems: this.problems.listed(),
      problemCount: this.problems.count,
      ignored: firstIgnored(this.#header?.ignored ?? []),
      encoding,
      sample: this.#sample,
    };
  }

  #readHeader(line: number, cells: readonly string[], text: string): void {
    const header = readHeader(cells);
    const { at, twice } = header;
    this.#header = header;
    const before = this.problems.count;
    if (header.isIdVague) this.#settleId(header, { line, cells, text });
    this.#columns = cells.length;
    if (at.name === undefined) this.problems.say(line, 'name', 'columnMissing');
    if (at.role === undefined) this.problems.say(line, 'role', 'columnMissing');
    if ((at.mail ?? at.directoryId) === undefined) this.problems.say(line, 'mail', 'mailColumnMissing');
    for (const name of twice) this.problems.say(line, '', 'columnTwice', { name: shortened(name) });
    this.#isWrong = this.problems.count > before;
  }

  /** A column that is only called `ID` counts where directory ids stand in it; else addresses have to do. */
  #settleId(
    { at, ignored }: Header,
    { line, cells, text }: { line: number; cells: readonly string[]; text: string },
  ): void {
    const index = at.directoryId ?? -1;
    let other = '';
    for (const found of eachRecord(text)) {
      if (typeof found === 'number' || found.line === line) continue;
      const value = found.cells[index] ?? '';
      if (isDirectoryId(value)) return;
      other ||= value;
    }
    if (at.mail === undefined && other !== '')
      this.problems.say(line, 'directoryId', 'idVague', {
        name: shortened(cells[index] ?? ''),
        value: shortened(other),
      });
    if (at.mail === undefined) return;
    delete at.directoryId;
    ignored.push(cells[index] ?? '');
  }

  #readRecord(line: number, cells: readonly string[], width: number): void {
    const { at } = this.#header as Header;
    if (at.name === undefined || at.role === undefined || (at.mail ?? at.directoryId) === undefined) return;
    if (width > this.#columns) this.#say(line, '', 'tooManyCells', { cells: width, columns: this.#columns });
    this.#readLine(line, new Cells(cells, this.#header as Header, this.#letters));
  }

  #readLine(line: number, said: Cells): void {
    const say = (column: Column, word: string, value = '') => {
      if (!said.isWrong(column)) this.#say(line, column, word, value ? { value: shortened(value) } : {});
    };
    const sayUnless = (isRight: boolean, ...what: Parameters<typeof say>) => {
      if (!isRight) say(...what);
    };
    const name = said.cell('name');
    const mail = addressIn(said.cell('mail'));
    const directoryId = said.cell('directoryId').toLowerCase();
    const roleWord = said.cell('role');
    const manager = addressIn(said.cell('manager'));
    const [department, location] = [said.cell('department'), said.cell('location')];
    const role = roleOf(roleWord);
    for (const [column, { word, value }] of said.wrong)
      this.#say(line, column, word, value ? { value: shortened(value) } : {});
    if (!name) say('name', 'nameMissing');
    if (!mail && !directoryId && !said.isWrong('directoryId')) say('mail', 'mailMissing');
    if (mail) sayUnless(isAddress(mail), 'mail', 'notMail', mail);
    if (directoryId) sayUnless(isDirectoryId(directoryId), 'directoryId', 'notDirectoryId', directoryId);
    if (!role) say('role', roleWord ? 'notRole' : 'roleMissing', roleWord);
    if (manager) sayUnless(isName(manager), 'manager', 'notManager', manager);
    this.#sayTwice(line, 'mail', mail);
    this.#sayTwice(line, 'directoryId', directoryId);
    if (!this.#sample && /\P{ASCII}/u.test(name)) this.#sample = shortened(name);
    const read: ImportLine = {
      ...{ line, name, mail, directoryId, role: role ?? 'mentor', manager },
      ...{ isManagerHere: false, department, location },
    };
    this.#lines.push(read);
    this.#names.add(read);
  }

  #say(line: number, ...what: [ImportProblem['column'], string, ImportProblem['values']?]): void {
    this.#bad.add(line);
    this.problems.say(line, ...what);
  }

  #sayTwice(line: number, column: 'mail' | 'directoryId', value: string): void {
    if (!value) return;
    const key = `${column} ${value}`;
    const first = this.#firsts.get(key);
    if (first === undefined) this.#firsts.set(key, line);
    else this.#say(line, column, 'twice', { value: shortened(value), first });
  }

  #sayCircle(circle: readonly ImportLine[]): void {
    const first = circle[0] as ImportLine;
    const names = circle.slice(0, NAMES_SAID).map(({ name }) => shortened(name));
    if (circle.length > NAMES_SAID) names.push('…');
    names.push(shortened(first.name));
    this.#say(first.line, 'manager', 'circle', { names: names.join(' → ') });
  }
}

/** By mail address, so that whoever looks them up finds neighbours together. */
function toParts(lines: ImportLine[]): string[] {
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
