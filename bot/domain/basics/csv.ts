import { parse } from 'csv-parse/sync';

interface CsvRecord {
  /** The line of the file it starts on, from 1. */
  line: number;
  cells: string[];
}

export interface Csv {
  records: CsvRecord[];
  /** Lines on which a quotation mark opens that is never closed. */
  openQuotes: number[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter that the first line holds most of, outside its quotes. */
function delimiterOf(firstLine: string): string {
  const outside = firstLine.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => outside.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * Reads comma, semicolon or tab separated text, with or without byte-order mark, quotes and carriage returns.
 * Blank lines and lines of nothing but delimiters are skipped. A quotation mark that is never closed costs its
 * own line only: reading goes on with the next, so that everything wrong in a file is found at once.
 */
export function readCsv(text: string): Csv {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const hint = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  let from = hint ? 1 : 0;
  const delimiter = hint ?? delimiterOf(lines.find((line) => line.trim() !== '') ?? '');
  const csv: Csv = { records: [], openQuotes: [] };
  while (from < lines.length) {
    const { records, isCut } = readFrom(lines, from, delimiter);
    csv.records.push(...records);
    if (!isCut) break;
    const last = records.at(-1);
    const next = last ? last.endLine : from;
    const broken = next + lines.slice(next).findIndex((line) => line.trim() !== '');
    csv.openQuotes.push(broken + 1);
    from = broken + 1;
  }
  csv.records = csv.records
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => ({ line, cells }));
  return csv;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

function readFrom(lines: readonly string[], from: number, delimiter: string) {
  let isCut = false;
  const parsed: unknown = parse(lines.slice(from).join('\n'), {
    delimiter,
    record_delimiter: '\n',
    info: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      isCut = true;
    },
  });
  const records = (parsed as Parsed[]).map(({ record, info }) => {
    const endLine = from + info.lines;
    const breaks = record.join('').split('\n').length - 1;
    return { line: endLine - breaks, endLine, cells: record };
  });
  return { records, isCut };
}
