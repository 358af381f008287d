import { describe, expect, it } from 'vitest';
import { asId, type Day, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { decideEnding } from '#domain/pairs/ending.ts';
import { findLeave } from '#domain/pairs/leaveRange.ts';
import type { ActivePair, PairMember } from '#domain/pairs/pair.ts';
import { decidePause, decideResume, isQuiet, resumedByClock, returnDays } from '#domain/pairs/pause.ts';
import { findReturnDay } from '#domain/pairs/returnDay.ts';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');
const day = (text: string) => asId<Day>(text);
const member = (name: string, role: PairMember['role']): PairMember => ({
  ...{ person: asId(name), name, role, answer: 'yes', answerBy: toInstant(NOW) },
});
const pairOf = (...names: string[]): ActivePair => ({
  ...{ cohort: asId('c'), cohortName: 'Pilot', reasons: [], fit: 1, introducedAt: toInstant(NOW) },
  members: names.map((name, n) => member(name, n === 0 ? 'executive' : 'mentor')),
  ...{ state: 'active', activeSince: toInstant(NOW) },
});
const two = pairOf('clara', 'aisha');
const asked = (until: string, seen?: number, timeZone = 'Europe/London') => ({
  ...{ by: asId<never>('clara'), until: day(until), timeZone, seen, nowMs: NOW },
});
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.word;
    throw error;
  }
  return '';
};

describe('a break', () => {
  it.each([
    ['2026-11-24', 'parting:pause.tooEarly'],
    ['2026-11-23', 'parting:pause.tooEarly'],
    ['2026-11-25', ''],
    ['2027-05-24', ''],
    ['2027-05-25', 'parting:pause.tooLate'],
  ])('lasts from tomorrow to half a year: %s', (until, word) => {
    expect(refusal(() => decidePause(two, asked(until)))).toBe(word);
  });

  it('counts days where the person is who takes it', () => {
    const lateMs = Date.parse('2026-11-24T23:30:00.000Z');
    expect(returnDays(lateMs, 'Europe/London').first).toBe('2026-11-25');
    expect(returnDays(lateMs, 'Asia/Tokyo').first).toBe('2026-11-26');
    expect(returnDays(Date.parse('2026-08-31T10:00:00Z'), 'UTC').last).toBe('2027-02-28');
  });

  it('goes on at nine o’clock of its day, also over a change of clocks', () => {
    const decided = decidePause(two, asked('2027-04-01', undefined, 'Europe/Berlin'));
    expect(decided).toMatchObject({ pair: { pause: { resumesAt: '2027-04-01T07:00:00.000Z' }, turns: 1 } });
    if (decided.kind !== 'changed') return;
    const at = Date.parse('2027-04-01T07:00:00.000Z');
    expect(resumedByClock(decided.pair, at - 1)).toBeUndefined();
    expect(resumedByClock(decided.pair, at)).toEqual({ ...two, turns: 2 });
    expect(isQuiet(decided.pair)).toBe(true);
    expect(isQuiet(two)).toBe(false);
  });

  it('of a view that is past is refused, except where the day stands already', () => {
    const first = decidePause(two, asked('2027-01-04', 0));
    if (first.kind !== 'changed') throw new Error('not paused');
    expect(decidePause(first.pair, asked('2027-01-04', 0)).kind).toBe('unchanged');
    expect(decidePause(first.pair, asked('2027-02-01', 0)).kind).toBe('stale');
    expect(decideResume(first.pair, 0).kind).toBe('stale');
    expect(decidePause(first.pair, asked('2027-02-01', 1)).kind).toBe('changed');
    expect(decideResume(first.pair, undefined).kind).toBe('changed');
  });
});

describe('an end', () => {
  it('keeps nothing of a break, and nothing of who asked', () => {
    const paused = decidePause(two, asked('2027-01-04'));
    if (paused.kind !== 'changed') throw new Error('not paused');
    const ended = decideEnding(paused.pair, NOW);
    expect(ended).toMatchObject({ state: 'ended', endedAt: toInstant(NOW), activeSince: two.activeSince });
    expect(ended).not.toHaveProperty('pause');
    expect(ended && decideEnding(ended, NOW)).toBeUndefined();
  });

  it('is the same for three', () => {
    const three = pairOf('clara', 'aisha', 'bruno');
    expect(decideEnding(three, NOW)?.members).toEqual(three.members);
  });
});

describe('a day in a message', () => {
  it.each([
    ['pause with Aisha until 12 March', '2027-03-12'],
    ['until March 12th, please', '2027-03-12'],
    ['until the 12th of March 2027', '2027-03-12'],
    ['I need a break until January', '2027-01-01'],
    ['until the end of January', '2027-01-31'],
    ['pause for two weeks', '2026-12-08'],
    ['a break for a month', '2026-12-24'],
    ['until 2027-01-04', '2027-01-04'],
    ['until Monday', '2026-11-30'],
    ['until Tuesday', '2026-12-01'],
    ['until 24 November', '2027-11-24'],
    ['until 30 February', undefined],
    ['I may need a break', undefined],
    ['take a break', undefined],
  ])('is found where it is plain: %s', (text, found) => {
    expect(findReturnDay(text, day('2026-11-24'))).toBe(found);
  });
});

describe('a leave in a message', () => {
  it.each([
    ['I am on leave from 14 December to 3 January', '2027-01-03', '2026-12-14'],
    ['on leave December 14th until January 3rd', '2027-01-03', '2026-12-14'],
    ['away from 14 to 20 December', '2026-12-20', '2026-12-14'],
    ['on leave from 2026-12-14 to 2027-01-03', '2027-01-03', '2026-12-14'],
    ['Ich bin vom 14. Dezember bis zum 3. Januar im Urlaub', '2027-01-03', '2026-12-14'],
    ['je suis en congé du 14 décembre au 3 janvier', '2027-01-03', '2026-12-14'],
    ['estoy de permiso del 14 de diciembre al 3 de enero', '2027-01-03', '2026-12-14'],
    ['12月14日から1月3日まで休みです', '2027-01-03', '2026-12-14'],
    ['أنا في إجازة من 14 ديسمبر إلى 3 يناير', '2027-01-03', '2026-12-14'],
    ['I am on leave from 14 December', '', '2026-12-14'],
    ['I am on leave from 20 November to 3 January', '2027-01-03', ''],
    ['I am on leave until 3 January', '2027-01-03', ''],
    ['I am back from 3 January', '2027-01-03', ''],
    ['on leave', '', ''],
  ])('ends on its last day, and names a beginning that is still to come: %s', (text, end, begins) => {
    expect(findLeave(text, day('2026-11-30'))).toEqual({ day: end, begins });
  });
});
