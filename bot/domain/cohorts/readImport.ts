import { type CsvRecord, eachRecord, MOST_CELLS } from '#domain/basics/csv.ts';
import { decode } from '#domain/basics/encoding.ts';
import { type ChosenColumns, NOTHING_CHOSEN } from '#domain/cohorts/attributes/chosen.ts';
import { KeptColumns } from '#domain/cohorts/attributes/keptColumns.ts';
import { isDirectoryId } from '#domain/people/person.ts';
import { type ImportFile, type ImportProblem, Problems, type ReadImport } from './import.ts';
import { addressIn, Cells, isAddress, keyIn, type Letters, leaveIn, shortened } from './importCells.ts';
import type { Column } from './importColumns.ts';
import { findHeader, type Header, readHeader } from './importHeader.ts';
import type { ImportLine } from './importLine.ts';
import { toParts } from './importParts.ts';
import { findCircles, LinesByName, ManagersByName, namesAround } from './managers.ts';
import { firstIgnored } from './neverKept.ts';
import { isRoleDoubtful, roleOf } from './roleWords.ts';

/**
 * Reads the people of a CSV: name, mail and/or directory id, role, manager, department, location, under the
 * header names people use. Finds everything that is wrong, not only the first; the work for a line does not grow
 * with the file.
 */
export function readImport(bytes: Uint8Array, chosen: ChosenColumns = NOTHING_CHOSEN): ReadImport {
  const decoded = decode(bytes);
  const reader = new Reader(chosen);
  if (typeof decoded === 'string') reader.problems.say(1, '', decoded);
  else reader.read(decoded.text, decoded);
  return reader.finish(typeof decoded === 'string' ? 'utf-8' : decoded.encoding);
}

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
  /** Managers that stand there by their names, and roles that mean another thing in another language. */
  readonly #managers = new ManagersByName<ImportLine>();
  readonly #doubtfulRoles: { line: number; value: string }[] = [];
  #hasMentor = false;
  readonly #chosen: ChosenColumns;
  #kept = new KeptColumns(0, [], [], []);

  constructor(chosen: ChosenColumns) {
    this.#chosen = chosen;
  }

  read(text: string, letters: Letters): void {
    this.#letters = letters;
    let count = 0;
    let openQuotes = 0;
    const { line: headerLine, delimiter } = findHeader(text);
    for (const found of eachRecord(text, delimiter)) {
      if ((typeof found === 'number' ? found : found.line) < headerLine) continue;
      if (typeof found === 'number') {
        openQuotes++;
        this.#say(found, '', 'openQuote');
      } else if (!this.#header) {
        this.#readHeader(found, { text, delimiter });
      } else {
        count++;
        this.#readRecord(found.line, found.cells, found.width);
      }
    }
    // A line with an open quotation mark may have been the one that is missed.
    if (openQuotes === 0) this.#sayNobody(headerLine, count);
    this.#sayTogether();
    const refused = this.#kept.problems(headerLine);
    this.problems.sayAll(refused);
    this.#isWrong ||= refused.length > 0;
  }

  #sayNobody(headerLine: number, count: number): void {
    if (!this.#header) this.problems.say(1, '', 'empty');
    else if (count === 0 && this.#columns <= MOST_CELLS) this.problems.say(headerLine, '', 'nobody');
  }

  /** What only shows in all lines together. */
  #sayTogether(): void {
    for (const { line, value } of this.#managers.settle())
      this.#say(line, 'manager', 'notManager', { value: shortened(value) });
    if (this.#hasMentor)
      for (const { line, value } of this.#doubtfulRoles)
        this.#say(line, 'role', 'roleDoubtful', { value: shortened(value) });
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
      ignored: firstIgnored((this.#header?.ignored ?? []).filter((name) => !this.#kept.names.includes(name))),
      keeps: this.#kept.names.map((name) => ({ name, why: this.#chosen.why })),
      encoding,
      sample: this.#sample,
    };
  }

  /** Of a wider line not all was read: the file is something else, or lost its line breaks. */
  #readHeader(
    { line, cells, width }: CsvRecord,
    { text, delimiter }: { text: string; delimiter: string | undefined },
  ): void {
    const isWide = width > MOST_CELLS;
    const header = readHeader(isWide ? [] : cells, this.#chosen.is);
    this.#kept = new KeptColumns(line, cells, this.#chosen.keep, header.unused);
    const { twice } = header;
    this.#header = header;
    const before = this.problems.count;
    if (header.isIdVague) this.#settleId(header, { line, cells, records: eachRecord(text, delimiter) });
    this.#columns = isWide ? width : cells.length;
    if (isWide) this.problems.say(line, '', 'tooManyColumns', { columns: width, max: MOST_CELLS });
    else if (header.isNone) this.problems.say(line, '', 'noHeader');
    else this.#sayMissing(line, header);
    for (const name of twice) this.problems.say(line, '', 'columnTwice', { name: shortened(name) });
    this.#isWrong = this.problems.count > before;
  }

  #sayMissing(line: number, { at }: Header): void {
    if (at.name === undefined) this.problems.say(line, 'name', 'columnMissing');
    if (at.role === undefined) this.problems.say(line, 'role', 'columnMissing');
    if ((at.mail ?? at.directoryId) === undefined) this.problems.say(line, 'mail', 'mailColumnMissing');
  }

  /** A column that is only called `ID` counts where directory ids stand in it; else addresses have to do. */
  #settleId(
    { at, ignored }: Header,
    {
      line,
      cells,
      records,
    }: { line: number; cells: readonly string[]; records: ReturnType<typeof eachRecord> },
  ): void {
    const index = at.directoryId ?? -1;
    let other = '';
    for (const found of records) {
      if (typeof found === 'number' || found.line <= line) continue;
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
    const attributes = this.#kept.read(line, cells);
    const said = new Cells(cells, this.#header as Header, this.#letters);
    const { notDay, ...leave } = leaveIn(said);
    if (notDay) this.#say(line, notDay.column, 'notDay', { value: shortened(notDay.text) });
    this.#readLine(line, said);
    const read = this.#lines.at(-1);
    if (read) Object.assign(read, attributes && { attributes }, leave);
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
    const [boss, department, location] = [
      said.cell('manager'),
      said.cell('department'),
      said.cell('location'),
    ];
    const manager = keyIn(boss);
    const role = roleOf(roleWord);
    for (const [column, { word, value }] of said.wrong)
      this.#say(line, column, word, value ? { value: shortened(value) } : {});
    sayUnless(/\p{L}/u.test(name), 'name', name ? 'notName' : 'nameMissing', name);
    if (!mail && !directoryId && !said.isWrong('directoryId')) say('mail', 'mailMissing');
    if (mail) sayUnless(isAddress(mail), 'mail', 'notMail', mail);
    if (directoryId) sayUnless(isDirectoryId(directoryId), 'directoryId', 'notDirectoryId', directoryId);
    if (!role) say('role', roleWord ? 'notRole' : 'roleMissing', roleWord);
    this.#noteRole(line, roleWord, role);
    this.#sayTwice(line, 'mail', mail);
    this.#sayTwice(line, 'directoryId', directoryId);
    if (!this.#sample && /\P{ASCII}/u.test(name)) this.#sample = shortened(name);
    const read: ImportLine = {
      ...{ line, name, mail, directoryId, role: role ?? 'mentor', manager },
      ...{ isManagerHere: false, department, location },
    };
    this.#lines.push(read);
    this.#names.add(read);
    this.#managers.add(read, manager ? '' : boss);
  }

  #noteRole(line: number, value: string, role: ImportLine['role'] | undefined): void {
    if (isRoleDoubtful(value)) this.#doubtfulRoles.push({ line, value });
    else this.#hasMentor ||= role === 'mentor';
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
    const [first, second] = circle as [ImportLine, ...ImportLine[]];
    if (second) this.#say(first.line, 'manager', 'circle', { names: namesAround(circle) });
    else this.#say(first.line, 'manager', 'ownManager', { name: shortened(first.name) });
  }
}
