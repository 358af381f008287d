import { expect, it } from 'vitest';
import { USUAL_HOURS, weekendOf, workingMomentFrom } from '#domain/basics/workingDays.ts';

it.each([
  [
    'stays where it is on a Wednesday afternoon',
    '2026-11-25T14:00:00Z',
    'Europe/London',
    '2026-11-25T14:00:00Z',
  ],
  ['waits for eight in the morning', '2026-11-25T05:10:00Z', 'Europe/Berlin', '2026-11-25T07:00:00Z'],
  ['begins at eight sharp', '2026-11-25T07:00:00Z', 'Europe/Berlin', '2026-11-25T07:00:00Z'],
  ['is over at six in the evening', '2026-11-25T17:00:00Z', 'Europe/Berlin', '2026-11-26T07:00:00Z'],
  ['jumps from Friday evening to Monday', '2026-11-27T20:00:00Z', 'Europe/London', '2026-11-30T08:00:00Z'],
  ['jumps from Sunday to Monday', '2026-11-29T06:20:00Z', 'Europe/London', '2026-11-30T08:00:00Z'],
  ['knows that it is Monday in Tokyo', '2026-11-29T23:30:00Z', 'Asia/Tokyo', '2026-11-29T23:30:00Z'],
  ['knows half hours', '2026-11-25T13:00:00Z', 'Asia/Kolkata', '2026-11-26T02:30:00Z'],
  ['is right over the change of clocks', '2026-10-24T10:00:00Z', 'Europe/London', '2026-10-26T08:00:00Z'],
  ['takes an unknown zone for UTC', '2026-11-25T06:00:00Z', 'Nowhere/Land', '2026-11-25T08:00:00Z'],
])('%s', (_what, now, zone, expected) => {
  const week = { timeZone: zone, hours: USUAL_HOURS, weekend: weekendOf('en') };
  expect(workingMomentFrom(Date.parse(now), week)).toBe(Date.parse(expected));
});

it("keeps somebody's own hours", () => {
  const late = { timeZone: 'Europe/London', hours: { from: 11, to: 20 }, weekend: [6, 0] };
  const at = (now: string) => new Date(workingMomentFrom(Date.parse(now), late)).toISOString();
  expect(at('2026-11-25T09:00:00Z')).toBe('2026-11-25T11:00:00.000Z');
  expect(at('2026-11-25T19:30:00Z')).toBe('2026-11-25T19:30:00.000Z');
  expect(at('2026-11-27T20:00:00Z')).toBe('2026-11-30T11:00:00.000Z');
});

it('knows the days off where a locale is spoken', () => {
  expect(weekendOf('en-GB')).toEqual([6, 0]);
  expect(weekendOf('ar-EG')).toEqual([5, 6]);
  expect(weekendOf('no such locale')).toEqual([6, 0]);
  const cairo = { timeZone: 'Africa/Cairo', hours: USUAL_HOURS, weekend: weekendOf('ar-EG') };
  const friday = Date.parse('2026-11-27T10:00:00Z');
  expect(new Date(workingMomentFrom(friday, cairo)).toISOString()).toBe('2026-11-29T06:00:00.000Z');
});
