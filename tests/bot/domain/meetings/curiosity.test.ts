import { describe, expect, it } from 'vitest';
import { asId, type Instant, type OccurrenceId, type PersonId } from '#domain/basics/ids.ts';
import { type Curiosity, decideCuriosity, waiting, waits } from '#domain/meetings/curiosity.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';

const clara = asId<PersonId>('clara');
const at = (time: string) => asId<Instant>(`2026-12-${time}:00.000Z`);
const ms = (time: string) => Date.parse(at(time));
const aMeeting = (more: Partial<Meeting> = {}): Meeting =>
  ({
    ...{ occurrence: asId<OccurrenceId>('o1'), teamsMeeting: 't', teamsChat: 'c', state: 'open' },
    ...{ startedAt: at('08T09:00'), plannedEnd: at('08T10:00') },
    ...more,
  }) as Meeting;
const line: Curiosity = {
  person: clara,
  n: 1,
  text: 'What do you skip?',
  shared: true,
  at: at('07T12:00'),
  seq: 1,
};
const said = { text: 'What do you skip?', shared: true };

describe('what somebody is curious about', () => {
  it('is nothing where nothing is to be seen in it', () => {
    const by = { person: clara, meetings: [], seen: 0, nowMs: ms('07T12:00') };
    expect(decideCuriosity([], { text: '\u200b', shared: true }, by)).toEqual({ kind: 'unchanged' });
  });

  it.each<[string, Meeting[], string, boolean]>([
    ['before they meet', [aMeeting()], '08T08:00', true],
    ['while they meet', [aMeeting({ hasBegun: true })], '08T09:30', true],
    ['when nobody said that they stopped, until a while after', [aMeeting()], '08T10:05', true],
    ['no more after that while', [aMeeting()], '08T10:10', false],
    ['no more once they stopped', [aMeeting({ state: 'ended', endedAt: at('08T09:40') })], '08T09:41', false],
    [
      'when it was moved',
      [aMeeting({ state: 'ended', endedAt: at('08T10:00'), outcome: 'moved' })],
      '09T09:00',
      true,
    ],
    [
      'when they met before it was written',
      [aMeeting({ state: 'ended', endedAt: at('06T10:00') })],
      '08T09:00',
      true,
    ],
    ['without any meeting', [], '31T09:00', true],
  ])('waits %s', (_, meetings, now, still) => {
    expect(waits(line, meetings, ms(now))).toBe(still);
    expect(waiting([line], meetings, ms(now))).toBe(still ? line : undefined);
  });

  it('is one line, worded anew by whoever saw it, and taken away by writing nothing', () => {
    const by = { person: clara, meetings: [], seen: 1, nowMs: ms('07T13:00') };
    expect(decideCuriosity([line], said, by)).toEqual({ kind: 'unchanged' });
    expect(decideCuriosity([line], { ...said, shared: false }, by)).toMatchObject({
      ...{ kind: 'changed', curiosity: { n: 1, seq: 2, shared: false, at: at('07T13:00') } },
    });
    expect(decideCuriosity([line], { ...said, text: 'Else' }, { ...by, seen: 0 })).toEqual({ kind: 'stale' });
    expect(decideCuriosity([line], { ...said, text: ' ' }, by)).toEqual({ kind: 'removed', curiosity: line });
    expect(decideCuriosity([], { ...said, text: ' ' }, by)).toEqual({ kind: 'unchanged' });
  });

  it('is another line once they have met, also for whoever still has the old one before their eyes', () => {
    const by = { person: clara, meetings: [aMeeting()], seen: 1, nowMs: ms('09T09:00') };
    expect(decideCuriosity([line], said, by)).toMatchObject({ kind: 'changed', curiosity: { n: 2, seq: 1 } });
  });

  it('is refused when it is longer than a line', () => {
    const by = { person: clara, meetings: [], seen: 0, nowMs: ms('09T09:00') };
    expect(() => decideCuriosity([], { ...said, text: 'x'.repeat(301) }, by)).toThrow(
      'pair:curiosity.tooLong',
    );
  });
});
