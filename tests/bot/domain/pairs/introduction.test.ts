import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '#domain/basics/ids.ts';
import { answerByOf, closesAt, decideAnswer, decideEnd, stateFor } from '#domain/pairs/introduction.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { clara, introduction, MONDAY, meera } from './introduced.ts';

const member = (pair: Pair, person: PersonId) => pair.members.find((one) => one.person === person) as never;
const answer = (pair: Pair, person: PersonId, said: 'yes' | 'notThisTime', nowMs = MONDAY) =>
  decideAnswer(pair, member(pair, person), { answer: said, nowMs });
const after = (decided: ReturnType<typeof answer>): Pair => {
  if (decided.kind !== 'changed') throw new Error('nothing changed');
  return decided.pair;
};

describe('the moment an introduction ends for a reader', () => {
  it('is nine o’clock of their zone after five full working days', () => {
    expect(answerByOf(MONDAY, 'Europe/London')).toBe('2026-12-01T09:00:00.000Z');
    expect(answerByOf(MONDAY, 'Asia/Kolkata')).toBe('2026-12-01T03:30:00.000Z');
  });

  it('counts from the reader’s own day and leaves weekends out', () => {
    expect(answerByOf(Date.parse('2026-11-21T12:00:00Z'), 'UTC')).toBe('2026-11-30T09:00:00.000Z');
    expect(answerByOf(Date.parse('2026-11-22T23:30:00Z'), 'Asia/Kolkata')).toBe('2026-12-01T03:30:00.000Z');
  });

  it('stays nine o’clock over a change of clocks, in spring and in autumn', () => {
    expect(answerByOf(Date.parse('2026-03-25T10:00:00Z'), 'Europe/Berlin')).toBe('2026-04-02T07:00:00.000Z');
    expect(answerByOf(Date.parse('2026-10-21T10:00:00Z'), 'Europe/Berlin')).toBe('2026-10-29T08:00:00.000Z');
    expect(answerByOf(Date.parse('2026-10-28T10:00:00Z'), 'America/Toronto')).toBe(
      '2026-11-05T14:00:00.000Z',
    );
  });

  it('is a weekday at nine on every clock, for any instant and zone', () => {
    const zones = [
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
      'America/St_Johns',
      'nowhere',
    ];
    const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (nowMs, zone) => {
        const timeZone = zone === 'nowhere' ? 'UTC' : zone;
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }).format(Date.parse(answerByOf(nowMs, zone)));
        expect(shown).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 09:00$/);
      }),
    );
  });
});

describe('an answer', () => {
  it('makes a pair when it is the second yes', () => {
    const first = answer(introduction(), clara, 'yes');
    const second = answer(after(first), meera, 'yes');
    expect([first.state, second.state]).toEqual(['waiting', 'paired']);
    expect(after(second)).toMatchObject({ state: 'active', activeSince: '2026-11-23T14:00:00.000Z' });
  });

  it('of yes waits just the same after the other’s no, no or none', () => {
    const declined = after(answer(introduction(), meera, 'notThisTime'));
    const withdrawn = after(answer(after(answer(introduction(), meera, 'yes')), meera, 'notThisTime'));
    for (const pair of [introduction(), declined, withdrawn]) {
      expect(answer(pair, clara, 'yes').state).toBe('waiting');
      expect(stateFor(pair, member(pair, clara), MONDAY)).toBe('introduced');
    }
    expect(withdrawn.members[1]?.answer).toBe('withdrawn');
  });

  it('given twice changes nothing', () => {
    const once = after(answer(introduction(), clara, 'yes'));
    expect(answer(once, clara, 'yes')).toEqual({ kind: 'unchanged', state: 'waiting' });
    const no = after(answer(introduction(), clara, 'notThisTime'));
    expect(answer(no, clara, 'notThisTime')).toEqual({ kind: 'unchanged', state: 'thanks' });
  });

  it('of no stays, and cannot undo a pair', () => {
    const no = after(answer(introduction(), clara, 'notThisTime'));
    expect(() => answer(no, clara, 'yes')).toThrow('alreadyDeclined');
    const pair = after(answer(after(answer(introduction(), clara, 'yes')), meera, 'yes'));
    expect(() => answer(pair, clara, 'notThisTime')).toThrow('alreadyPaired');
    expect(answer(pair, clara, 'yes').state).toBe('paired');
  });

  it('counts until the first of them may learn the end, for both alike', () => {
    const pair = after(answer(introduction(), meera, 'yes'));
    const closed = Date.parse(closesAt(pair));
    expect(() => answer(pair, clara, 'yes', closed)).toThrow('tooLate');
    expect(() => answer(introduction(), clara, 'yes', closed)).toThrow('tooLate');
    expect(answer(pair, clara, 'yes', closed - 1).state).toBe('paired');
    const over = Date.parse('2026-12-01T09:00:00Z');
    expect(answer(pair, clara, 'yes', over)).toEqual({ kind: 'unchanged', state: 'ended' });
  });
});

describe('the end of an introduction', () => {
  it('is told to each at their own moment and closes with the last', () => {
    const pair = introduction();
    expect(decideEnd(pair, MONDAY)).toEqual({ tell: [], ended: undefined });
    expect(decideEnd(pair, Date.parse('2026-12-01T03:30:00Z'))).toEqual({ tell: [meera], ended: undefined });
    const last = decideEnd(pair, Date.parse('2026-12-01T09:00:00Z'));
    expect(last.tell).toEqual([clara, meera]);
    expect(last.ended?.state).toBe('ended');
  });

  it('never comes to a pair', () => {
    const pair = after(answer(after(answer(introduction(), clara, 'yes')), meera, 'yes'));
    expect(decideEnd(pair, Date.parse('2027-01-01T00:00:00Z'))).toEqual({ tell: [], ended: undefined });
    expect(stateFor(pair, member(pair, clara), Date.parse('2027-01-01T00:00:00Z'))).toBe('active');
  });
});
