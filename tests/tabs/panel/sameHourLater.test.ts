import { expect, test } from 'vitest';
import { sameHourLater } from '#tabs/panel/sameHourLater.ts';

const AT = '2026-11-24T09:07:12.000Z';
const NOW = Date.parse('2026-11-24T10:05:00.000Z');

test.each([
  ['weekly', '2026-12-01T09:00:00.000Z'],
  ['fortnightly', '2026-12-08T09:00:00.000Z'],
  ['monthly', '2026-12-22T09:00:00.000Z'],
  ['none', '2026-12-08T09:00:00.000Z'],
] as const)('the next date of a rhythm is the same hour later: %s', (rhythm, startTime) => {
  const next = sameHourLater(AT, rhythm, NOW);
  expect(next.startTime).toBe(startTime);
  expect(Date.parse(next.endTime) - Date.parse(startTime)).toBe(3_600_000);
});

test('the next date never lies in the past, however long ago they met', () => {
  const next = sameHourLater(AT, 'weekly', Date.parse('2026-12-20T10:00:00.000Z'));
  expect(next.startTime).toBe('2026-12-22T09:00:00.000Z');
});
