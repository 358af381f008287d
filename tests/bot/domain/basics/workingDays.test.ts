import { expect, it } from 'vitest';
import { workingMomentFrom } from '#domain/basics/workingDays.ts';

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
  expect(workingMomentFrom(Date.parse(now), zone)).toBe(Date.parse(expected));
});
