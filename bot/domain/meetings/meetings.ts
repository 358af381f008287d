import { type Instant, type OccurrenceId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';

/** Row `meeting_<occurrence>`. */
interface Occurrence {
  occurrence: OccurrenceId;
  /** Teams' meeting id; several occurrences of a recurring meeting share it. */
  teamsMeeting: string;
  teamsChat: string;
  startedAt: Instant;
  plannedEnd: Instant;
  /** Whether the two are known to have come: Teams said that it started, or somebody opened or moved the panel in it. */
  hasBegun?: boolean;
}

/** Row `meeting_<occurrence>`. */
export type Meeting = (Occurrence & { state: 'open' }) | (Occurrence & { state: 'ended'; endedAt: Instant });

export const MEETING_STATES = ['open', 'ended'] as const satisfies readonly Meeting['state'][];

/** How a meeting reads: one that lies ahead is planned. */
export const MEETING_READINGS = ['planned', ...MEETING_STATES] as const;
type MeetingReading = (typeof MEETING_READINGS)[number];

const HOUR_MS = 3_600_000;
/** A meeting nobody ended is over after half a day, and two starts further apart are two occurrences. */
const APART_MS = 12 * HOUR_MS;
/** After the planned end, in case Teams never says that the meeting ended. */
export const FEEDBACK_AFTER_MS = 10 * 60_000;

/** Times further away than this, either side, are a slip of somebody's or of Teams'. */
const REACH_MS = 2 * 366 * 24 * HOUR_MS;

/** Whether a moment may be a meeting's: at most two years away. False for what is no moment at all. */
export const isWithinReach = (at: Instant, nowMs: number): boolean => Math.abs(toMs(at) - nowMs) <= REACH_MS;

/** A moment that is no meeting's is refused, before anything is read or changed. */
export function requireWithinReach(at: Instant | null, nowMs: number): void {
  if (at !== null && !isWithinReach(at, nowMs)) throw new Refusal('invalid', 'pair:meeting.tooFar');
}

/** Whether a meeting can have been: its planned start has come, or somebody was in it before. */
export const hasStarted = (meeting: Meeting, nowMs: number): boolean =>
  meeting.state === 'ended' || meeting.hasBegun === true || toMs(meeting.startedAt) <= nowMs;

export const readingOf = (meeting: Meeting, nowMs: number): MeetingReading =>
  hasStarted(meeting, nowMs) ? meeting.state : 'planned';

/** When a meeting starts and should end, kept within reason: one hour by default, never over twelve. */
export function plannedTimes(
  nowMs: number,
  planned: { startsAt: Instant | null; plannedEnd: Instant | null },
): { startedAt: Instant; plannedEnd: Instant } {
  const startsMs = planned.startsAt ? toMs(planned.startsAt) : nowMs;
  const endMs = planned.plannedEnd ? toMs(planned.plannedEnd) : startsMs + HOUR_MS;
  const wished = endMs > startsMs ? endMs - startsMs : HOUR_MS;
  const lengthMs = Math.min(wished, APART_MS);
  // A recurring meeting tells the times of its first date: its length is right, its day is not.
  const isPast = startsMs + lengthMs <= nowMs;
  const startMs = isPast ? nowMs : startsMs;
  return { startedAt: toInstant(startMs), plannedEnd: toInstant(startMs + lengthMs) };
}

/** Latest start last. */
export const byStart = (meetings: Meeting[]): Meeting[] =>
  [...meetings].sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));

const distanceMs = (a: number, b: number): number => Math.abs(a - b);

/** The occurrence a panel opened now belongs to: the last one within half a day, either side. */
export function occurrenceNow(meetings: Meeting[], nowMs: number): Meeting | undefined {
  return byStart(meetings).findLast((meeting) => {
    const at = toMs(meeting.state === 'ended' ? meeting.endedAt : meeting.startedAt);
    return distanceMs(at, nowMs) <= APART_MS;
  });
}

/** The occurrence a start event belongs to; undefined when it starts a new one. */
export function occurrenceStarting(meetings: Meeting[], at: Instant): Meeting | undefined {
  return byStart(meetings).findLast((meeting) =>
    meeting.state === 'open'
      ? distanceMs(toMs(meeting.startedAt), toMs(at)) <= APART_MS
      : meeting.startedAt <= at && at <= meeting.endedAt,
  );
}

/** The open occurrence an end event ends; undefined for a repeat and for a meeting that never began. */
export function occurrenceEnding(meetings: Meeting[], at: Instant): Meeting | undefined {
  if (meetings.some((meeting) => meeting.state === 'ended' && meeting.endedAt === at)) return undefined;
  return byStart(meetings).findLast(
    (meeting) => meeting.state === 'open' && distanceMs(toMs(meeting.startedAt), toMs(at)) <= 2 * APART_MS,
  );
}

export const endMeeting = (meeting: Meeting, at: Instant): Meeting => ({
  ...meeting,
  state: 'ended',
  endedAt: at,
});

/** 1 for the pair's first meeting. */
export const numberOf = (meetings: Meeting[], occurrence: OccurrenceId): number =>
  byStart(meetings).findIndex((meeting) => meeting.occurrence === occurrence) + 1;
