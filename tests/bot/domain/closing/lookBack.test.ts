import { describe, expect, it } from 'vitest';
import {
  asId,
  type Day,
  type ExchangeId,
  type GoalId,
  type Instant,
  type LearningId,
  type OccurrenceId,
  type PersonId,
} from '#domain/basics/ids.ts';
import type { Closing } from '#domain/closing/closing.ts';
import { decideClosing } from '#domain/closing/closing.ts';
import { type LookedAt, lookBackOn } from '#domain/closing/lookBack.ts';
import type { Learning } from '#domain/exchanges/learning.ts';
import { type Feedback, newFeedback } from '#domain/meetings/feedback.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import type { Goal } from '#domain/pairs/goals.ts';

const [clara, aisha, omar] = ['clara', 'aisha', 'omar'].map((name) => asId<PersonId>(name)) as [
  PersonId,
  PersonId,
  PersonId,
];
const at = (day: string) => asId<Instant>(`${day}T10:00:00.000Z`);
const endsOn = asId<Day>('2027-05-31');
const NOTHING: LookedAt = {
  ...{ goals: [], steps: [], meetings: [], feedback: [], jottings: [], closings: [] },
  ...{ learnings: [], exchanges: [] },
  nowMs: Date.parse('2027-05-31T12:00:00.000Z'),
};

const aGoal = (change: Partial<Goal>): Goal => ({
  ...{ goal: asId<GoalId>('g1'), owner: clara, text: 'Use AI', confidence: 2, state: 'open', seq: 1 },
  at: at('2026-12-01'),
  ...change,
});
const said = (person: PersonId, given: Partial<Feedback>): Feedback =>
  newFeedback(
    { worthTheHour: 3, ...given },
    { person, occurrence: asId<OccurrenceId>('o1'), from: 'tab', nowMs: Date.parse(at('2027-01-10')) },
  );
const aClosing = (person: PersonId, words: string, shared: boolean): Closing => ({
  ...{ endsOn, person, worth: 1, words, shared, at: at('2027-05-31'), seq: 1 },
});

describe('a look back', () => {
  it('shows a goal as it began and as it stands, whoever set it', () => {
    const goal = aGoal({ text: 'Teach AI', confidence: 4, state: 'reached', seq: 2, at: at('2027-03-01') });
    const [goals] = lookBackOn({ ...NOTHING, goals: [goal], steps: [aGoal({})] });
    expect(goals).toEqual({
      kind: 'goals',
      entries: [
        {
          ...{ at: at('2026-12-01'), by: clara, text: 'Teach AI', before: 'Use AI', state: 'reached' },
          confidence: { first: 2, now: 4 },
        },
      ],
    });
  });

  it('has what was kept for all, what changed, and every help; nothing that its writer kept alone', () => {
    const kept = { learning: asId<LearningId>('l1'), seq: 1, at: at('2027-02-01'), shared: true } as const;
    const help = { exchange: asId<ExchangeId>('x1'), writer: aisha, at: at('2027-02-02') };
    const sections = lookBackOn({
      ...NOTHING,
      feedback: [said(aisha, { learned: 'To wait', shared: true })],
      learnings: [
        { ...kept, kind: 'learned', writer: clara, text: 'To ask' },
        { ...kept, kind: 'ripple', writer: omar, text: 'We film now' },
        { ...kept, kind: 'surprised', writer: omar, text: 'OMAR ALONE', shared: false },
      ],
      exchanges: [{ ...help, by: clara, to: aisha, kind: 'introduction', text: '' }],
    });
    expect(sections).toEqual([
      {
        kind: 'learned',
        entries: [
          expect.objectContaining({ by: aisha, text: 'To wait' }),
          { at: kept.at, by: clara, text: 'To ask' },
        ],
      },
      { kind: 'ripple', entries: [{ at: kept.at, by: omar, text: 'We film now' }] },
      { kind: 'helped', entries: [{ at: help.at, by: clara, text: '', help: 'introduction' }] },
    ]);
  });

  it('has the same words for three as for two, in the order they came, and nothing kept to oneself', () => {
    const feedback = [
      said(clara, { learned: 'To ask', surprised: 'CLARA ALONE', shared: false }),
      said(aisha, { learned: 'To wait', shared: true }),
      said(omar, { learned: 'To draw', surprised: 'So quiet', shared: true }),
    ];
    const closings = [aClosing(omar, 'Thank you', true), aClosing(aisha, 'AISHA ALONE', false)];
    const sections = lookBackOn({ ...NOTHING, feedback, closings });
    expect(sections.map(({ kind, entries }) => [kind, entries.map(({ by, text }) => [by, text])])).toEqual([
      [
        'learned',
        [
          [aisha, 'To wait'],
          [omar, 'To draw'],
        ],
      ],
      ['surprised', [[omar, 'So quiet']]],
      ['closing', [[omar, 'Thank you']]],
    ]);
    expect(JSON.stringify(sections)).not.toMatch(/ALONE|worth/);
  });

  it('holds what each kept for all, beside what was said after meetings, and what changed because of it', () => {
    const kept = (writer: PersonId, kind: Learning['kind'], text: string, shared: boolean): Learning => ({
      ...{ learning: asId<LearningId>(text), writer, kind, text, shared, at: at('2027-01-01'), seq: 1 },
    });
    const learnings = [
      kept(clara, 'learned', 'To draw', true),
      kept(omar, 'ripple', 'We ask first', true),
      ...[kept(aisha, 'ripple', 'AISHA ALONE', false), kept(aisha, 'surprised', 'AISHA ALONE', false)],
    ];
    const feedback = [said(aisha, { learned: 'To wait', shared: true })];
    const sections = lookBackOn({ ...NOTHING, feedback, learnings });
    expect(sections.map(({ kind, entries }) => [kind, entries.map(({ text }) => text)])).toEqual([
      ['learned', ['To draw', 'To wait']],
      ['ripple', ['We ask first']],
    ]);
  });

  it('lists the days they met, not those that lie ahead, came to nothing, or that nobody told of', () => {
    const meeting = (day: string, more: Partial<Meeting> = {}): Meeting =>
      ({
        ...{ occurrence: asId<OccurrenceId>(day), teamsMeeting: 't', teamsChat: 'c', state: 'ended' },
        ...{ startedAt: at(day), plannedEnd: at(day), endedAt: at(day) },
        ...more,
      }) as Meeting;
    const meetings = [
      meeting('2027-02-01', { offScreen: { day: asId<Day>('2027-02-01'), way: 'walk' } }),
      meeting('2026-12-10'),
      meeting('2027-03-01', { outcome: 'moved' }),
      meeting('2027-04-01', { outcome: 'unsure' }),
      meeting('2027-08-01', { state: 'open' } as Partial<Meeting>),
    ];
    const [met] = lookBackOn({ ...NOTHING, meetings });
    expect(met?.entries.map(({ at: day, way }) => [day.slice(0, 10), way])).toEqual([
      ['2026-12-10', ''],
      ['2027-02-01', 'walk'],
    ]);
  });

  it('leaves out what there is nothing of', () => expect(lookBackOn(NOTHING)).toEqual([]));
});

describe('what somebody says at the end', () => {
  const by = { person: clara, endsOn, seen: 0, nowMs: Date.parse(at('2027-05-31')) };
  const face = { worth: 4, words: '  Thank you ', shared: false };

  it('is a face and perhaps words, and can be said anew by whoever saw the last wording', () => {
    const first = decideClosing(undefined, face, by);
    expect(first).toMatchObject({ kind: 'changed', closing: { words: 'Thank you', seq: 1 } });
    const known = (first as { closing: Closing }).closing;
    expect(decideClosing(known, face, by)).toEqual({ kind: 'unchanged' });
    expect(decideClosing(known, { ...face, worth: 5 }, by)).toEqual({ kind: 'stale' });
    const next = decideClosing(known, { ...face, shared: true }, { ...by, seen: 1 });
    expect(next).toMatchObject({ kind: 'changed', closing: { shared: true, seq: 2 } });
  });

  it('has no words where there is nothing to be seen in them', () => {
    const said = decideClosing(undefined, { ...face, words: '\u200b \u2060', shared: true }, by);
    expect(said).toMatchObject({ closing: { words: '' } });
  });

  it('is refused with a face out of range, or longer than there is room for', () => {
    for (const worth of [0, 6, 2.5, Number.NaN])
      expect(() => decideClosing(undefined, { ...face, worth }, by)).toThrow('closing:worth');
    expect(() => decideClosing(undefined, { ...face, words: 'x'.repeat(2001) }, by)).toThrow(
      'closing:tooLong',
    );
  });
});
