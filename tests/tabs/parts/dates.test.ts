import { expect, it } from 'vitest';
import { monthsFrom } from '#tabs/parts/dates.ts';

it.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-11-28', 6, '2027-05-28'],
  ['2026-12-31', 0, '2026-12-31'],
  ['2026-10-31', 1, '2026-11-30'],
])('%s and %d months is %s', (day, months, expected) => {
  expect(monthsFrom(day, months)).toBe(expected);
});
