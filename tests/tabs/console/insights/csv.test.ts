import { describe, expect, it } from 'vitest';
import { csvOf } from '#tabs/console/insights/csv.ts';

describe('a saved file', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n@x',
    ' =1',
    '|calc',
    '%0A=1',
    '＝1+1',
    '\u200B=1',
    '＠SUM(A1)',
  ])('starts no formula: %j', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  });

  it('keeps quotes, commas and lines within a cell', () => {
    expect(csvOf([['a "b", c\nd', '80%']])).toBe('\uFEFF"a ""b"", c\nd","80%"\r\n');
  });
});
