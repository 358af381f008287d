import { type Instant, type OccurrenceId, toInstant, toMs } from '#domain/basics/ids.ts';
import type { MeetingWay } from '#domain/profile/profile.ts';
import { canChange, changeUntil, type Feedback } from './feedback.ts';
import { byStart, FEEDBACK_AFTER_MS, isKnownToHaveBeen, type Meeting, tookPlace } from './meetings.ts';

/**
 * Where two who may meet stand: never met · one lies ahead (soon: within a day) · they meet now · after: it has just
 * been, and this member hasn't said how it was · told: they have, and may change it · met · long: it has been a while.
 */
export const MEETING_STAGES = ['never', 'booked', 'soon', 'now', 'after', 'told', 'met', 'long'] as const;
type MeetingStage = (typeof MEETING_STAGES)[number];

/** Where they stand, and all that a screen says of it. */
export interface MeetingStanding {
  stage: MeetingStage;
  /** The meeting that the stage speaks of, and its start; empty and null before the first. */
  occurrence: OccurrenceId | '';
  at: Instant | null;
  /** Whether that one is known to have been: somebody came, or said so. */
  isSure: boolean;
  /** The face that this member gave and may still change; null at every other stage than `told`. */
  told: { worthTheHour: number; changeUntil: Instant } | null;
  /** The last one that began, and how they met where that was said. */
  last: { at: Instant; way: MeetingWay | '' } | null;
  /** The start of the next one; null where none is booked. */
  next: Instant | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As long after a meeting people still remember how it was. */
const ASKED_FOR_DAYS = 7;
/** Six weeks without a meeting are a month's rhythm missed. */
const LONG_DAYS = 42;

/** Whether it goes on now; one that nobody ended is over soon after its planned end. */
const isNow = (meeting: Meeting, nowMs: number): boolean =>
  meeting.state === 'open' &&
  toMs(meeting.startedAt) <= nowMs &&
  nowMs < toMs(meeting.plannedEnd) + FEEDBACK_AFTER_MS;

const endMs = (meeting: Meeting): number =>
  toMs(meeting.state === 'ended' ? meeting.endedAt : meeting.plannedEnd);

/** What one member said of a meeting; undefined while they said nothing. */
type Told = Pick<Feedback, 'worthTheHour' | 'at'> | undefined;

/**
 * What comes next between people whose space is open, from their meetings and the clock, for one of them. `told` stands
 * for ten minutes, while the face can be changed.
 */
export function meetingStanding(
  meetings: Meeting[],
  { nowMs, toldOf }: { nowMs: number; toldOf(occurrence: OccurrenceId): Told },
): MeetingStanding {
  const now = toInstant(nowMs);
  const inOrder = byStart(meetings.filter(tookPlace));
  const last = inOrder.findLast(({ startedAt }) => startedAt <= now);
  const next = inOrder.find(({ state, startedAt }) => state === 'open' && startedAt > now);
  const about = {
    last: last ? { at: last.startedAt, way: last.offScreen?.way ?? ('' as const) } : null,
    next: next?.startedAt ?? null,
  };
  const at = (stage: MeetingStage, meeting: Meeting | undefined): MeetingStanding => ({
    ...{ stage, occurrence: meeting?.occurrence ?? '', at: meeting?.startedAt ?? null },
    isSure: meeting !== undefined && isKnownToHaveBeen(meeting),
    told: null,
    ...about,
  });
  const going = inOrder.findLast((meeting) => isNow(meeting, nowMs));
  if (going) return at('now', going);
  const agoDays = last ? (nowMs - endMs(last)) / DAY_MS : 0;
  const told = last && toldOf(last.occurrence);
  if (last && !told && agoDays < ASKED_FOR_DAYS) return at('after', last);
  if (told && canChange(told, nowMs)) {
    const { worthTheHour } = told;
    return { ...at('told', last), told: { worthTheHour, changeUntil: changeUntil(told) } };
  }
  if (next) return at(toMs(next.startedAt) - nowMs < DAY_MS ? 'soon' : 'booked', next);
  if (!last) return at('never', undefined);
  return at(agoDays > LONG_DAYS ? 'long' : 'met', last);
}
