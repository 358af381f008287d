export interface CsvRecord {
  /** The line of the file it starts on, from 1. */
  line: number;
  /** At most `MOST_CELLS`, without blanks around them. */
  cells: string[];
  /** How many cells there are up to the last that says something. */
  width: number;
}

export interface Csv {
  records: CsvRecord[];
  /** Lines on which a quotation mark opens that is not closed nearby. */
  openQuotes: number[];
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Cells of one line that are kept. */
export const MOST_CELLS = 1_000;
/** What stands between two quotation marks is an address or a remark: what is longer was never closed. */
const LONGEST_QUOTED = 4_000;
/** So much of the first line tells the delimiter. */
const FIRST_LINE = 10_000;
const LONGEST_HINT = 100;
const PIECE = 65_536;

/** The delimiter that the first line holds most of, outside its quotes. */
function delimiterOf(firstLine: string): string {
  const outside = firstLine.slice(0, FIRST_LINE).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => outside.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Reads all of a small file. */
export function readCsv(text: string): Csv {
  const csv: Csv = { records: [], openQuotes: [] };
  for (const found of eachRecord(text))
    if (typeof found === 'number') csv.openQuotes.push(found);
    else csv.records.push(found);
  return csv;
}

/**
 * Reads comma, semicolon, tab or bar separated text record by record, with or without byte-order mark and quotes,
 * whatever ends its lines. Blank lines and lines of nothing but delimiters are skipped. A quotation mark that is not
 * closed nearby is told by its line and costs that line only, so that everything wrong in a file is found at once.
 * Each character is looked at a bounded number of times. `delimiter`: where the file gives no hint; without it, the one
 * that the first line holds most of.
 */
export function* eachRecord(written: string, delimiter?: string): Generator<CsvRecord | number> {
  const text = withNewlines(written.replace(/^\uFEFF/, ''));
  const hint = readHint(text);
  const start = hint?.end ?? 0;
  const first = /\S[^\n]*/.exec(text.slice(start))?.[0] ?? '';
  yield* new Reader(text, hint?.delimiter ?? delimiter ?? delimiterOf(first), start).records();
}

/** Excel's own line `sep=;` before everything else, also with blanks, in quotes, or as a row that was saved again. */
function readHint(text: string): { delimiter: string; end: number } | undefined {
  const first = /\S[^\n]*/.exec(text);
  if (!first || first[0].length > LONGEST_HINT) return undefined;
  const delimiter = /^["']?\s*sep\s*=\s*["']?([,;|\t])\s*["']*[\s,;|]*$/i.exec(first[0])?.[1];
  return delimiter === undefined ? undefined : { delimiter, end: first.index + first[0].length };
}

/** Every line ends with a newline alone. Piece by piece: a list of millions of ends takes seconds to tidy up. */
function withNewlines(text: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const isSplit = text[from + PIECE - 1] === '\r' && text[from + PIECE] === '\n';
    const to = from + PIECE + (isSplit ? 1 : 0);
    pieces.push(text.slice(from, to).replace(/\r\n?/g, '\n'));
    from = to;
  }
  return pieces.join('');
}

class Reader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #quotes: Quotes;
  #at: number;
  #line: number;
  /** Where the next ones are, as far as that was looked up. */
  #newline = -1;
  #nextDelimiter = -1;

  constructor(text: string, delimiter: string, start: number) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#quotes = new Quotes(text, delimiter);
    this.#at = start;
    this.#line = text.slice(0, start).split('\n').length;
  }

  *records(): Generator<CsvRecord | number> {
    while (this.#at < this.#text.length) {
      if (this.#text[this.#at] === '\n') {
        this.#at++;
        this.#line++;
        continue;
      }
      const record: CsvRecord = { line: this.#line, cells: [], width: 0 };
      const isWhole = this.#readInto(record);
      if (!isWhole) yield this.#line;
      else if (record.width > 0) yield record;
      this.#at = this.#endOfLine() + 1;
      this.#line++;
    }
  }

  /** Stops before the end of the line. False: a quotation mark on this line is not closed. */
  #readInto(record: CsvRecord): boolean {
    for (let n = 1; ; n++) {
      const cell = this.#readCell();
      if (cell === undefined) return false;
      if (cell !== '') record.width = n;
      if (n <= MOST_CELLS) record.cells.push(cell);
      if (this.#text[this.#at] !== this.#delimiter) return true;
      this.#at++;
    }
  }

  #readCell(): string | undefined {
    const opens = this.#skipBlanks(this.#at);
    if (this.#text[opens] !== '"') {
      const from = this.#at;
      this.#at = Math.min(this.#endOfLine(), this.#endOfCell());
      return this.#text.slice(from, this.#at).trim();
    }
    const closes = this.#quotes.closing(opens);
    if (closes === undefined || closes - opens > LONGEST_QUOTED) return undefined;
    const inside = this.#text.slice(opens + 1, closes);
    this.#line += inside.split('\n').length - 1;
    this.#at = this.#skipBlanks(closes + 1);
    return inside.replaceAll('""', '"').trim();
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (isBlank(this.#text[at], this.#delimiter)) at++;
    return at;
  }

  #endOfLine(): number {
    if (this.#newline < this.#at) this.#newline = findFrom(this.#text, '\n', this.#at);
    return this.#newline;
  }

  #endOfCell(): number {
    if (this.#nextDelimiter < this.#at) this.#nextDelimiter = findFrom(this.#text, this.#delimiter, this.#at);
    return this.#nextDelimiter;
  }
}

const isBlank = (char: string | undefined, delimiter: string): boolean =>
  char !== delimiter && (char === ' ' || char === '\t');

/** Where something stands next, or the end of the text. */
function findFrom(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
}

/**
 * Which quotation mark closes a cell: the last of an odd number in a row, with nothing but blanks between it and a
 * delimiter or the end of the line. An even number stands for half as many that are meant as such.
 */
class Quotes {
  readonly #text: string;
  readonly #delimiter: string;
  /** The next closing mark at or behind a place that was looked at; undefined before the first look. */
  #closing: number | undefined;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** For openings from left to right. Undefined when nothing closes. */
  closing(opens: number): number | undefined {
    const behind = this.#endOfRow(opens);
    if ((behind - opens) % 2 === 0 && this.#endsCell(behind)) return behind - 1;
    if (this.#closing === undefined || this.#closing < behind) this.#closing = this.#look(behind);
    return this.#closing === Number.POSITIVE_INFINITY ? undefined : this.#closing;
  }

  #look(from: number): number {
    let opens = this.#text.indexOf('"', from);
    while (opens >= 0) {
      const behind = this.#endOfRow(opens);
      if ((behind - opens) % 2 === 1 && this.#endsCell(behind)) return behind - 1;
      opens = this.#text.indexOf('"', behind);
    }
    return Number.POSITIVE_INFINITY;
  }

  #endOfRow(from: number): number {
    let at = from;
    while (this.#text[at] === '"') at++;
    return at;
  }

  #endsCell(from: number): boolean {
    let at = from;
    while (isBlank(this.#text[at], this.#delimiter)) at++;
    return at >= this.#text.length || this.#text[at] === '\n' || this.#text[at] === this.#delimiter;
  }
}
