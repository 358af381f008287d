import { dayAfter, dayFrom } from '#domain/basics/days.ts';
import type { Encoding } from '#domain/basics/encoding.ts';
import { asId, type Day } from '#domain/basics/ids.ts';
import { asciiApostrophes } from '#domain/basics/mail.ts';
import { isOdd, isReadTwice } from '#domain/basics/oldLetters.ts';
import { seenName } from '#domain/basics/visible.ts';
import { isDirectoryId } from '#domain/people/person.ts';
import { type Column, plainLetters } from './importColumns.ts';
import type { Header } from './importHeader.ts';

const MAX_CELL = 200;
/** Keys of rows are made of addresses: 64 characters before the @, as RFC 5321 has it, and no blanks or controls. */
const MAIL =
  /^(?![^@]{65})[^\s@<>()[\],;:".\p{C}]+(?:\.[^\s@<>()[\],;:".\p{C}]+)*@(?:[^\s@<>()[\],;:"./\\#?%!\p{C}]+\.)+[^\s@<>()[\],;:"./\\#?%!\p{C}]+$/u;

/** Whether a mail address can be one: one @, names with single dots between them. */
export const isAddress = (text: string): boolean => MAIL.test(text);

/** An address in signs of its own: `Ann <ann@x.example>`, `Ann (ann@x.example)`, `[ann](mailto:ann@x.example)`. */
const ENCLOSED = /[<([]\s*(?:mailto:|smtp:)?\s*([^\s<>()[\]:;,]+@[^\s<>()[\]:;,]+)\s*[>)\]]/gu;

/**
 * A mail address as it is compared, without what a link, an address book or a spreadsheet puts around it. Where there
 * may be two, all stays as it is, and is no address.
 */
export function addressIn(text: string): string {
  const seen = asciiApostrophes(text.toLowerCase().normalize('NFC'))
    .replace(/^'/u, '')
    .replace(/[\s;,]+$/u, '');
  const [enclosed = '', ...others] = new Set(Array.from(seen.matchAll(ENCLOSED), ([, address]) => address));
  if (enclosed && others.length === 0 && !seen.replaceAll(enclosed, '').includes('@')) return enclosed;
  return seen.replace(/^(?:mailto|smtp):\s*/u, '');
}

/** The mail address or directory id that stands there; empty where it is neither. */
export const keyIn = (text: string): string =>
  [addressIn(text)].find((key) => isAddress(key) || isDirectoryId(key)) ?? '';

/**
 * How a cell says that nobody stands above somebody, as letters and digits alone; dashes alone say it as well. `?` and
 * `unknown` do not: there may be somebody with whom a pair must not be made.
 */
const NOBODY = new Set([
  ...['na', 'none', 'null', 'nil', 'nobody', 'noone', 'nomanager', 'no', 'empty', 'blank', 'vacant'],
  ...['notapplicable', 'notavailable', 'notassigned', 'unassigned'],
  ...['keiner', 'keine', 'kein', 'niemand', 'ohne', 'ka', 'entfallt', 'nichtzutreffend', 'vakant'],
  ...['aucun', 'aucune', 'neant', 'sansobjet', 'so', 'ninguno', 'ninguna', 'ningun', 'nadie'],
  ...['nenhum', 'nenhuma', 'ninguem', 'nessuno', 'nessuna', 'geen', 'nvt', 'brak', 'nd'],
  ...['zadny', 'zadna', 'nikdo', 'neni'],
]);

/** A cell that says that there is none. */
export const isNobody = (value: string): boolean => {
  const said = plainLetters(value).replace(/[^\p{L}\p{N}]/gu, '');
  return said === '' ? !value.includes('?') : NOBODY.has(said);
};

/** A day as it is written without doubt: `2027-01-31`, whatever time and zone stand behind it, or `31.1.2027`. */
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/u;
const DOTTED_DAY = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u;

/** The day that stands there; undefined where it is none, or may be two. */
function dayWritten(text: string): Day | undefined {
  const [, date, month, year] = DOTTED_DAY.exec(text) ?? [];
  const [, ...parts] = ISO_DAY.exec(text) ?? [];
  const said = year ? [year, month?.padStart(2, '0'), date?.padStart(2, '0')].join('-') : parts.join('-');
  const atMs = Date.parse(said);
  // A 30th of February is read as another day, or as none.
  return Number.isNaN(atMs) || dayFrom(atMs, 0) !== said ? undefined : asId<Day>(said);
}

/** What a spreadsheet shows in place of a value it cannot find: `#REF!`, `#N/A`, `#WERT!`, `#DIV/0!`. */
const NO_VALUE = /^#[\p{Lu}\p{N}¡¿/ ]+[!?]?$/u;
/** How a formula may begin as well. */
const SIGN = /^[+@-]/u;

/** A formula, or what is left of one, where the text of a name or an address should stand. */
const looksCalculated = (text: string, column: Column): boolean =>
  text.startsWith('=') ||
  NO_VALUE.test(text) ||
  ((column === 'name' || column === 'mail') && SIGN.test(text) && !isAddress(text));

/** What says to a spreadsheet that a text follows; `'t Hooft` and `'S-Gravesande` begin so themselves. */
const TEXT_MARK = /^'(?=[\p{Lu}=+@-])(?!\p{Lu}[\s-])/u;

/** What Workday writes behind a name: `Ann Bexample (1001)`. */
const STAFF_NUMBER = /(?<=\p{L})\s*\(\d+\)$/u;

/** How the letters of a file were read, and whether there is another way. */
export interface Letters {
  encoding: Encoding;
  isSure: boolean;
}

const isOld = (encoding: Encoding): boolean => encoding !== 'utf-8' && encoding !== 'utf-16';

/** The cells of one line under our names; what cannot be taken as it stands is wrong and reads as empty. */
export class Cells {
  /** The word for what is wrong, and what stands there where that says more. */
  readonly wrong = new Map<Column, { word: string; value: string }>();
  readonly #cells: readonly string[];
  readonly #header: Header;
  readonly #letters: Letters;

  constructor(cells: readonly string[], header: Header, letters: Letters) {
    this.#cells = cells;
    this.#header = header;
    this.#letters = letters;
  }

  cell(column: Column): string {
    const { at, givenName, between } = this.#header;
    const last = this.#read(column, at[column]);
    if (column !== 'name') return last;
    const name = [givenName, between].map((index) => this.#read(column, index)).concat(last);
    return name.filter(Boolean).join(' ').replace(STAFF_NUMBER, '');
  }

  isWrong(column: Column): boolean {
    return this.wrong.has(column);
  }

  #read(column: Column, index: number | undefined): string {
    const text = index === undefined ? '' : (this.#cells[index] ?? '');
    const unseen = flawOf(text);
    const seen = unseen ? '' : seenName(text).normalize('NFC').replace(TEXT_MARK, '');
    const word = unseen || (seen === '' && text.trim() !== '' ? 'invisible' : this.#flawOfSeen(seen, column));
    if (!word) return seen;
    this.wrong.set(column, { word, value: seen });
    return '';
  }

  #flawOfSeen(seen: string, column: Column): string {
    if (looksCalculated(seen, column)) return 'formula';
    if (!/\P{ASCII}/u.test(seen)) return '';
    const { encoding, isSure } = this.#letters;
    if (isReadTwice(seen) || (isOld(encoding) && isOdd(seen))) return 'garbled';
    return isSure ? '' : 'doubtful';
  }
}

function flawOf(text: string): string {
  if (text.includes('\n')) return 'lineBreak';
  if (text.length > MAX_CELL) return 'tooLong';
  // What Windows-1252 has no letter for is read as a control character of the upper row.
  if (/[\uFFFD\u0080-\u009F]/.test(text) || !text.isWellFormed()) return 'unreadable';
  if (/[^\P{Cc}\t]/u.test(text)) return 'invisible';
  return '';
}

/** What somebody wrote, short enough to be said back. */
export const shortened = (text: string): string => {
  const seen = text.replace(/[\s\p{C}]+/gu, ' ').toWellFormed();
  return seen.length > 60 ? `${seen.slice(0, 60).toWellFormed()}…` : seen;
};

interface LeaveSaid {
  awayUntil?: Day;
  /** As it is written, where the day back follows from it. */
  lastAway?: Day;
  notDay?: { column: Column; text: string };
}

/** The day somebody is back; it follows from their last day away where nothing else says it. */
export function leaveIn(said: Cells): LeaveSaid {
  const column = isNobody(said.cell('leave')) ? 'leaveEnd' : 'leave';
  const text = said.cell(column);
  const day = dayWritten(text);
  if (day) return column === 'leaveEnd' ? { awayUntil: dayAfter(day), lastAway: day } : { awayUntil: day };
  // Some systems write 00.00.0000 for no day at all.
  return isNobody(text) || /^[0\W]+$/.test(text) ? {} : { notDay: { column, text } };
}
