import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMs } from '#domain/basics/ids.ts';
import { isWithin, USUAL_HOURS, type WorkWeek } from '#domain/basics/workingDays.ts';
import { proposeTimes } from '#domain/meetings/proposedTimes.ts';

const week = (timeZone: string, over: Partial<WorkWeek> = {}): WorkWeek => ({
  ...{ timeZone, hours: USUAL_HOURS, weekend: [6, 0] },
  ...over,
});
const FRIDAY = Date.parse('2026-11-27T15:00:00Z');
const ASKED = { nowMs: FRIDAY, minutes: 45, count: 3 };
const startsOf = (weeks: WorkWeek[]) => proposeTimes(weeks, ASKED).map(({ startsAt }) => startsAt);

it('proposes one time a day, from the next day on which both are at work', () => {
  expect(startsOf([week('Europe/London'), week('Europe/Berlin')])).toEqual([
    '2026-11-30T12:00:00.000Z',
    '2026-12-01T12:00:00.000Z',
    '2026-12-02T12:00:00.000Z',
  ]);
});

it('keeps the days off and the hours of each', () => {
  const cairo = week('Africa/Cairo', { weekend: [5, 6] });
  expect(startsOf([cairo])[0]).toMatch(/^2026-11-29/);
  expect(startsOf([cairo, week('Europe/London')])[0]).toMatch(/^2026-11-30/);
  expect(startsOf([week('Europe/London', { hours: { from: 16, to: 18 } })])[0]).toMatch(/T16:30|T17:00/);
});

it('proposes nothing where the days of two never meet', () => {
  expect(startsOf([week('Europe/London'), week('Pacific/Auckland', { hours: { from: 9, to: 17 } })])).toEqual(
    [],
  );
});

it('proposes only times at which everybody is at work, of three as of two', () => {
  const zones = fc.constantFrom('Europe/London', 'Asia/Kolkata', 'America/New_York', 'Asia/Tokyo');
  const aWeek = fc.tuple(zones, fc.integer({ min: 6, max: 12 }), fc.integer({ min: 3, max: 10 }));
  fc.assert(
    fc.property(
      fc.array(aWeek, { minLength: 2, maxLength: 3 }),
      fc.integer({ min: 0, max: 400 }),
      (made, day) => {
        const weeks = made.map(([zone, from, length]) => week(zone, { hours: { from, to: from + length } }));
        const times = proposeTimes(weeks, { ...ASKED, nowMs: FRIDAY + day * 86_400_000 });
        for (const { startsAt, endsAt } of times)
          expect(weeks.every((one) => isWithin(one, toMs(startsAt), toMs(endsAt)))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
