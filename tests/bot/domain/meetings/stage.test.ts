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
const standingAt = (meetings: Meeting[], nowMs: number, toldMs?: number) =>
  meetingStanding(meetings, {
    nowMs,
    toldOf: () => (toldMs === undefined ? undefined : { worthTheHour: 4, at: toInstant(toldMs) }),
  });
const stageAt = (meetings: Meeting[], nowMs: number, toldMs?: number) =>
  standingAt(meetings, nowMs, toldMs).stage;

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
    expect(stageAt(ended, NOON + 2 * HOUR_MS, NOON + HOUR_MS)).toBe('met'));
  it.each([
    ['told', 0],
    ['told', 9],
    ['met', 10],
  ] as const)('leaves the face to be changed for ten minutes: %s after %i', (stage, minutes) =>
    expect(stageAt(ended, NOON + 2 * HOUR_MS + minutes * 60_000, NOON + 2 * HOUR_MS)).toBe(stage),
  );
  it('speaks of the next one rather than of the last', () =>
    expect(stageAt([...ended, aMeeting(NOON + 30 * DAY_MS, 'open')], NOON + 20 * DAY_MS)).toBe('booked'));
  it('gives the face back only while it can be changed', () => {
    const toldMs = NOON + 2 * HOUR_MS;
    expect(standingAt(ended, toldMs, toldMs).told).toEqual({
      ...{ worthTheHour: 4, changeUntil: toInstant(toldMs + 10 * 60_000) },
    });
    expect(standingAt(ended, toldMs + 11 * 60_000, toldMs).told).toBeNull();
  });
  it('says when they met last, and how, and when they meet next', () => {
    const walk: Meeting = {
      ...aMeeting(NOON, 'ended'),
      offScreen: { day: asId('2026-11-05'), way: 'walk' },
    };
    const next = aMeeting(NOON + 30 * DAY_MS, 'open');
    expect(standingAt([walk, next], NOON + 10 * DAY_MS)).toMatchObject({
      last: { at: toInstant(NOON), way: 'walk' },
      next: next.startedAt,
    });
    expect(standingAt([], NOON)).toEqual({
      ...{ stage: 'never', occurrence: '', at: null, isSure: false, told: null, last: null, next: null },
    });
  });
  it('tells one that is known to have been from one of which nobody said so', () => {
    const sure = aMeeting(NOON, 'open');
    expect(standingAt([{ ...sure, hasBegun: true }], NOON + 2 * HOUR_MS)).toMatchObject({
      ...{ stage: 'after', isSure: true, occurrence: sure.occurrence },
    });
    expect(standingAt([sure], NOON + 2 * HOUR_MS)).toMatchObject({ stage: 'after', isSure: false });
  });
  it('counts no meeting that did not take place', () =>
    expect(stageAt([{ ...aMeeting(NOON, 'ended'), outcome: 'moved' }], NOON + 2 * HOUR_MS)).toBe('never'));
});
