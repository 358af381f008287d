import { describe, expect, it } from 'vitest';
import { asId, type Instant } from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import {
  endMeeting,
  occurrenceEnding,
  occurrenceNow,
  occurrenceStarting,
  plannedTimes,
} from '#domain/meetings/meetings.ts';

const at = (time: string): Instant => asId(`2026-11-${time}:00.000Z`);
const ms = (time: string): number => Date.parse(at(time));
const meeting = (startedAt: Instant): Meeting => ({
  occurrence: asId(`of ${startedAt}`),
  teamsMeeting: 't',
  teamsChat: 'c',
  startedAt,
  plannedEnd: asId(new Date(Date.parse(startedAt) + 3_600_000).toISOString()),
  state: 'open',
});

describe('the planned times of a meeting', () => {
  const now = ms('23T09:00');
  it('are an hour from now where nobody says more', () => {
    const times = plannedTimes(now, { startsAt: null, plannedEnd: null });
    expect(times).toEqual({ startedAt: at('23T09:00'), plannedEnd: at('23T10:00') });
  });

  it('are what the invitation says', () => {
    const planned = { startsAt: at('23T08:55'), plannedEnd: at('23T09:25') };
    expect(plannedTimes(now, planned)).toEqual({ startedAt: at('23T08:55'), plannedEnd: at('23T09:25') });
    const later = { startsAt: at('25T12:00'), plannedEnd: at('25T13:00') };
    expect(plannedTimes(now, later).startedAt).toBe(at('25T12:00'));
  });

  it('last twelve hours at most and never end before they start', () => {
    expect(plannedTimes(now, { startsAt: null, plannedEnd: at('29T09:00') }).plannedEnd).toBe(at('23T21:00'));
    const backwards = { startsAt: at('23T12:00'), plannedEnd: at('23T11:00') };
    expect(plannedTimes(now, backwards).plannedEnd).toBe(at('23T13:00'));
  });

  it('take the length of a series whose first date has long passed', () => {
    const series = { startsAt: at('02T10:00'), plannedEnd: at('02T10:45') };
    expect(plannedTimes(now, series)).toEqual({ startedAt: at('23T09:00'), plannedEnd: at('23T09:45') });
  });
});

describe('an occurrence', () => {
  const first = meeting(at('23T09:00'));
  const ended = endMeeting(first, at('23T09:50'));

  it('goes on while a panel is opened, also shortly after its end', () => {
    expect(occurrenceNow([first], ms('23T09:30'))).toBe(first);
    expect(occurrenceNow([ended], ms('23T12:00'))).toBe(ended);
    expect(occurrenceNow([ended], ms('24T09:00'))).toBeUndefined();
    expect(occurrenceNow([first], ms('24T09:00'))).toBeUndefined();
  });

  it('starts anew when the last one ended or lies half a day back', () => {
    expect(occurrenceStarting([first], at('23T09:05'))).toBe(first);
    expect(occurrenceStarting([first], at('24T09:00'))).toBeUndefined();
    expect(occurrenceStarting([ended], at('23T10:30'))).toBeUndefined();
  });

  it('takes a late or repeated event for what it is', () => {
    expect(occurrenceStarting([ended], at('23T09:00'))).toBe(ended);
    expect(occurrenceEnding([ended], at('23T09:50'))).toBeUndefined();
    const second = meeting(at('23T10:30'));
    expect(occurrenceEnding([ended, second], at('23T09:50'))).toBeUndefined();
    expect(occurrenceEnding([ended, second], at('23T11:00'))).toBe(second);
  });
});
