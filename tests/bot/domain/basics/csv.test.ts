import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#domain/basics/csv.ts';

const cellsOf = (text: string) => readCsv(text).records.map(({ cells }) => cells);

describe('reading a CSV', () => {
  it('reads every well-formed file as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', ';') });
    const file = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(file, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join(end);
        const theirs = parse(text, { relax_column_count: true, record_delimiter: end }) as string[][];
        const trimmed = theirs.map((row) => row.map((one) => one.trim()));
        expect(cellsOf(text)).toEqual(trimmed.filter((row) => row.some((one) => one !== '')));
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('reads quotation marks that stand within an entry, or are not doubled, as they were meant', () => {
    expect(cellsOf('a,b\nDiego "Di" M,"say "hi" now"\n"x" , "y"')).toEqual([
      ['a', 'b'],
      ['Diego "Di" M', 'say "hi" now'],
      ['x', 'y'],
    ]);
  });

  it('ends lines as Windows, Unix and old Macs did, and counts them', () => {
    for (const end of ['\r\n', '\n', '\r'])
      expect(readCsv(['a,b', '', 'c,"d', 'e"', 'f,g'].join(end)).records).toEqual([
        { line: 1, cells: ['a', 'b'], width: 2 },
        { line: 3, cells: ['c', 'd\ne'], width: 2 },
        { line: 5, cells: ['f', 'g'], width: 2 },
      ]);
  });

  it('loses the line on which a quotation mark is never closed, and no other', () => {
    const { records, openQuotes } = readCsv('a,b\nc,"d\ne,f\n"g,h\ni,j');
    expect(openQuotes).toEqual([2, 4]);
    expect(records.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('does not take half the file for one entry where a quotation mark is closed far away', () => {
    const { records, openQuotes } = readCsv(`a,b\nc,"d\n${'e,f\n'.repeat(2_000)}"g",h`);
    expect(openQuotes).toEqual([2]);
    expect(records).toHaveLength(2_002);
  });

  it('reads no more than a thousand entries of a line, and knows how many there are', () => {
    const [record] = readCsv(`${'x,'.repeat(200_000)}y`).records;
    expect([record?.cells.length, record?.width]).toEqual([1_000, 200_001]);
  });
});
