import { describe, expect, it } from 'vitest';
import { asId, type OccurrenceId, toInstant } from '#domain/basics/ids.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import { meetingStanding } from '#domain/meetings/stage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.parse('2026-11-05T12:00:00.000Z');

const aMeeting = (startsMs: number, state: Meeting['state']): Meeting => {
  const times = { startedAt: toInstant(startsMs), plannedEnd: toInstant(startsMs + HOUR_MS) };
  const about = {
    occurrence: asId<OccurrenceId>(`${startsMs}`),
    teamsMeeting: 't',
    teamsChat: 'c',
    ...times,
  };
  return state === 'open' ? { ...about, state } : { ...about, state, endedAt: times.plannedEnd };
};
const stageAt = (meetings: Meeting[], nowMs: number, given: readonly string[] = []) =>
  meetingStanding(meetings, { nowMs, hasGiven: (one) => given.includes(one) }).stage;

describe('the next step of two who meet', () => {
  const booked = [aMeeting(NOON, 'open')];
  const ended = [aMeeting(NOON, 'ended')];

  it('is to find a time before the first meeting', () => expect(stageAt([], NOON)).toBe('never'));
  it.each([
    ['booked', -3 * DAY_MS],
    ['soon', -2 * HOUR_MS],
    ['now', 0],
    ['now', HOUR_MS + 5 * 60_000],
    ['after', 2 * HOUR_MS],
  ] as const)('follows the clock of a meeting that was planned: %s at %i', (stage, ms) =>
    expect(stageAt(booked, NOON + ms)).toBe(stage),
  );
  it.each([
    ['after', 2 * HOUR_MS],
    ['met', 10 * DAY_MS],
    ['long', 56 * DAY_MS],
  ] as const)('follows the clock after a meeting: %s', (stage, ms) =>
    expect(stageAt(ended, NOON + ms)).toBe(stage),
  );
  it('asks nobody again who has said how it was', () =>
    expect(stageAt(ended, NOON + 2 * HOUR_MS, [`${NOON}`])).toBe('met'));
  it('speaks of the next one rather than of the last', () =>
    expect(stageAt([...ended, aMeeting(NOON + 30 * DAY_MS, 'open')], NOON + 20 * DAY_MS)).toBe('booked'));
});
