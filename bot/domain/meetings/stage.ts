import { type Instant, type OccurrenceId, toInstant, toMs } from '#domain/basics/ids.ts';
import { byStart, FEEDBACK_AFTER_MS, type Meeting } from './meetings.ts';

/**
 * Where two who may meet stand: never met · one lies ahead (soon: within a day) · they meet now · after: it has just
 * been, and this member hasn't said how it was · met · long: it has been a while.
 */
export const MEETING_STAGES = ['never', 'booked', 'soon', 'now', 'after', 'met', 'long'] as const;
type MeetingStage = (typeof MEETING_STAGES)[number];

/** The stage, and the meeting's start it speaks of; null before the first. */
export interface MeetingStanding {
  stage: MeetingStage;
  at: Instant | null;
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

/** What comes next between two whose space is open, from their meetings and the clock. */
export function meetingStanding(
  meetings: Meeting[],
  { nowMs, hasGiven }: { nowMs: number; hasGiven(occurrence: OccurrenceId): boolean },
): MeetingStanding {
  const now = toInstant(nowMs);
  const inOrder = byStart(meetings);
  const going = inOrder.findLast((meeting) => isNow(meeting, nowMs));
  if (going) return { stage: 'now', at: going.startedAt };
  const last = inOrder.findLast(({ startedAt }) => startedAt <= now);
  const agoDays = last ? (nowMs - endMs(last)) / DAY_MS : 0;
  if (last && agoDays < ASKED_FOR_DAYS && !hasGiven(last.occurrence))
    return { stage: 'after', at: last.startedAt };
  const next = inOrder.find(({ state, startedAt }) => state === 'open' && startedAt > now);
  if (next) return { stage: toMs(next.startedAt) - nowMs < DAY_MS ? 'soon' : 'booked', at: next.startedAt };
  if (!last) return { stage: 'never', at: null };
  return { stage: agoDays > LONG_DAYS ? 'long' : 'met', at: last.startedAt };
}
