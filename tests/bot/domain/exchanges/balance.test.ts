import { describe, expect, it } from 'vitest';
import { asId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { balanceFor } from '#domain/exchanges/balance.ts';
import type { Exchange } from '#domain/exchanges/exchange.ts';
import { type Feedback, newFeedback } from '#domain/meetings/feedback.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const DAY_MS = 86_400_000;
const [clara, aisha, bo] = ['clara', 'aisha', 'bo'].map((id) => asId<PersonId>(id)) as [
  PersonId,
  PersonId,
  PersonId,
];

const helps = (times: number, by: PersonId, to: PersonId, daysAgo = 1): Exchange[] =>
  Array.from({ length: times }, (_, n) => ({
    ...{ exchange: asId(`${by}-${to}-${daysAgo}-${n}`), by, to, kind: 'skill', text: '', writer: by },
    at: toInstant(NOW - daysAgo * DAY_MS),
  }));
const aMeeting = (n: number, over: Partial<Meeting> = {}): Meeting =>
  ({
    ...{ occurrence: asId(`m${n}`), teamsMeeting: '', teamsChat: '', state: 'ended' },
    ...{ startedAt: toInstant(NOW - n * DAY_MS), plannedEnd: toInstant(NOW - n * DAY_MS + 1) },
    ...{ endedAt: toInstant(NOW - n * DAY_MS + 1) },
    ...over,
  }) as Meeting;
const THREE = [aMeeting(1), aMeeting(2), aMeeting(3)];
const said = (person: PersonId, ...answers: Feedback['balanced'][]): Feedback[] =>
  answers.map((balanced, n) =>
    newFeedback(
      { worthTheHour: 4, balanced },
      { person, occurrence: asId(`m${n}`), from: 'tab', nowMs: NOW - n * DAY_MS },
    ),
  );

const seen = (given: {
  exchanges?: Exchange[];
  feedback?: Feedback[];
  meetings?: Meeting[];
  reader?: PersonId;
  others?: PersonId[];
}) =>
  balanceFor({
    ...{ reader: clara, others: [aisha], exchanges: [], feedback: [], meetings: THREE, nowMs: NOW },
    ...given,
  });

describe('give and take', () => {
  it('is not weighed before the third meeting, planned and missed ones left out', () => {
    const exchanges = helps(9, aisha, clara);
    const planned = aMeeting(-2, { state: 'open' });
    const missed = aMeeting(5, { outcome: 'notYet' });
    const unsure = aMeeting(6, { outcome: 'unsure' });
    for (const third of [planned, missed, unsure])
      expect(seen({ exchanges, meetings: [aMeeting(1), aMeeting(2), third] })).toEqual({ state: 'tooSoon' });
    expect(seen({ exchanges }).state).toBe('leans');
  });

  it('is level without anything, after one help, and when it goes back and forth', () => {
    expect(seen({})).toEqual({ state: 'level' });
    expect(seen({ exchanges: helps(1, aisha, clara) })).toEqual({ state: 'level' });
    expect(seen({ exchanges: [...helps(6, aisha, clara), ...helps(4, clara, aisha)] })).toEqual({
      state: 'level',
    });
  });

  it('leans the same way for both, a little from two on, clearly from four on', () => {
    const little = { exchanges: helps(2, aisha, clara) };
    expect(seen(little)).toEqual({ state: 'leans', partner: aisha, giver: aisha, isClear: false });
    expect(seen({ ...little, reader: aisha, others: [clara] })).toEqual({
      ...{ state: 'leans', partner: clara, giver: aisha, isClear: false },
    });
    expect(seen({ exchanges: helps(4, clara, aisha) })).toMatchObject({ giver: clara, isClear: true });
  });

  it('speaks of the last months alone', () => {
    expect(seen({ exchanges: helps(9, aisha, clara, 200) })).toEqual({ state: 'level' });
  });

  it('hears the reader’s doubts a help earlier, and their contentment a help later', () => {
    const one = helps(1, aisha, clara);
    expect(seen({ exchanges: one, feedback: said(clara, 'no', 'partly') }).state).toBe('leans');
    expect(seen({ feedback: said(clara, 'no', 'partly') })).toEqual({ state: 'felt' });
    expect(seen({ feedback: said(clara, 'no') })).toEqual({ state: 'level' });
    const content = said(clara, 'yes', 'yes', 'yes');
    expect(seen({ exchanges: helps(2, aisha, clara), feedback: content })).toEqual({ state: 'level' });
    expect(seen({ exchanges: helps(3, aisha, clara), feedback: content }).state).toBe('leans');
    const longAgo = said(clara, 'yes', '', 'yes', 'yes', 'no', 'no');
    expect(seen({ exchanges: helps(2, aisha, clara), feedback: longAgo })).toEqual({ state: 'level' });
  });

  it('never shows what the partner answered for figures alone', () => {
    for (let given = 0; given < 6; given++) {
      const exchanges = helps(given, aisha, clara);
      const alone = seen({ exchanges });
      for (const answer of ['yes', 'partly', 'no'] as const)
        expect(seen({ exchanges, feedback: said(aisha, answer, answer, answer) })).toEqual(alone);
    }
  });

  it('of three speaks to each of the one with whom it leans most, and compares nobody', () => {
    const exchanges = [...helps(2, aisha, clara), ...helps(5, clara, bo), ...helps(1, bo, aisha)];
    const three = { exchanges };
    expect(seen({ ...three, others: [aisha, bo] })).toMatchObject({ partner: bo, giver: clara });
    expect(seen({ ...three, reader: aisha, others: [clara, bo] })).toMatchObject({
      ...{ partner: clara, giver: aisha },
    });
    expect(seen({ ...three, reader: bo, others: [clara, aisha] })).toMatchObject({ partner: clara });
  });
});
