import { describe, expect, it } from 'vitest';
import { asId, type Day } from '#domain/basics/ids.ts';
import { saidDay } from '#domain/hearing/acts/saidDay.ts';

/** A Wednesday. */
const TODAY = asId<Day>('2026-11-25');

describe('the day that a sentence says', () => {
  it.each([
    ['we met today', '2026-11-25'],
    ['We met this morning.', '2026-11-25'],
    ['We met yesterday for coffee', '2026-11-24'],
    ['We met the day before yesterday', '2026-11-23'],
    ['had lunch with Aisha on Friday', '2026-11-20'],
    ['we met on monday', '2026-11-23'],
    ['We met last Tuesday', '2026-11-24'],
    ['we met on Wednesday', '2026-11-18'],
    ['we met Tuesday last week', '2026-11-17'],
    ['we met on Friday last week', '2026-11-20'],
    ['we met on Thurs', '2026-11-19'],
    ['we met last week', '2026-11-18'],
    ['we met three days ago', '2026-11-22'],
    ['we met a week ago', '2026-11-18'],
    ['We met 2 weeks ago', '2026-11-11'],
  ])('%s: %s', (text, day) => expect(saidDay(text, TODAY)).toBe(day));

  it.each([
    'we met',
    'we met for a walk',
    'we talked about money',
    'sunny, that was',
    'we met with Friedrich',
  ])('is none in “%s”', (text) => expect(saidDay(text, TODAY)).toBeUndefined());
});
