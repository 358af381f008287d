import { type Day, type Instant, type OccurrenceId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { MeetingWay } from '#domain/profile/profile.ts';

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
  /** What became of one that Teams told nothing of: `unsure` until somebody says. Missing where Teams did. */
  outcome?: (typeof OUTCOMES)[number] | 'unsure';
  /** One that somebody told of: the day on which they met, and how, where that was said. */
  offScreen?: { day: Day; way: MeetingWay | '' };
}

/** What somebody can say became of a meeting. */
export const OUTCOMES = ['met', 'moved', 'notYet'] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Open = Occurrence & { state: 'open' };
/** `askAt`: nobody was asked how it was; until then they may come back. */
type Ended = Occurrence & { state: 'ended'; endedAt: Instant; askAt?: Instant };

/** Row `meeting_<occurrence>`. */
export type Meeting = Open | Ended;

export const MEETING_STATES = ['open', 'ended'] as const satisfies readonly Meeting['state'][];

/** How a meeting reads: one that lies ahead is planned, one that nobody came to was missed. */
export const MEETING_READINGS = ['planned', ...MEETING_STATES, 'unsure', 'missed'] as const;
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

export function readingOf(meeting: Meeting, nowMs: number): MeetingReading {
  if (!tookPlace(meeting)) return 'missed';
  if (meeting.outcome === 'unsure') return 'unsure';
  return hasStarted(meeting, nowMs) ? meeting.state : 'planned';
}

/** Whether a meeting goes on or has been: not one that lies ahead, was missed, or of which nobody said what became of it. */
export function isHeld(meeting: Meeting, nowMs: number): boolean {
  const reading = readingOf(meeting, nowMs);
  return MEETING_STATES.some((state) => state === reading);
}

/** Whether two may have met there: not when one of them said that they did not. */
export const tookPlace = ({ outcome }: Meeting): boolean => outcome !== 'moved' && outcome !== 'notYet';

/** Teams told of it, or it was said. */
export const isKnownToHaveBeen = (meeting: Meeting): boolean =>
  meeting.outcome === 'met' || (meeting.outcome === undefined && meeting.hasBegun === true);

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

/** Whoever dropped out and comes back within this time goes on with the same conversation. */
const BACK_WITHIN_MS = 15 * 60_000;
/** So long after an early end they may come back before anybody is asked how it was. */
export const DROPPED_MS = 2 * 60_000;

/** Until when a conversation that ended may go on: its planned end, or a while after its end. */
const backUntilMs = ({ plannedEnd, endedAt }: Ended): number =>
  Math.max(toMs(plannedEnd), toMs(endedAt) + BACK_WITHIN_MS);

/** The occurrence a start event belongs to; undefined when it starts a new one. */
export function occurrenceStarting(meetings: Meeting[], at: Instant): Meeting | undefined {
  return byStart(meetings).findLast((meeting) =>
    meeting.state === 'open'
      ? distanceMs(toMs(meeting.startedAt), toMs(at)) <= APART_MS
      : meeting.startedAt <= at && toMs(at) <= backUntilMs(meeting),
  );
}

/** The conversation goes on when they come back after its end; a repeat of an earlier start changes nothing. */
export function reopenedAt(meeting: Meeting, at: Instant): Meeting | undefined {
  if (meeting.state === 'open' || at <= meeting.endedAt) return undefined;
  const { askAt: _, endedAt: __, outcome: ___, ...rest } = meeting;
  return { ...rest, state: 'open', hasBegun: true };
}

/** The open occurrence an end event ends; undefined for a repeat and for a meeting that never began. */
export function occurrenceEnding(meetings: Meeting[], at: Instant): Meeting | undefined {
  if (meetings.some((meeting) => meeting.state === 'ended' && meeting.endedAt === at)) return undefined;
  return byStart(meetings).findLast(
    (meeting) => meeting.state === 'open' && distanceMs(toMs(meeting.startedAt), toMs(at)) <= 2 * APART_MS,
  );
}

export const endMeeting = (meeting: Meeting, at: Instant, askAt?: Instant): Ended => ({
  ...meeting,
  ...{ state: 'ended', endedAt: at },
  ...(askAt && { askAt }),
});

/**
 * The meeting from the moment at which its people are asked: after an early end, or a while after its planned end. One
 * of which Teams told nothing is `unsure` then. Undefined before, and once they were asked.
 */
export function askedNow(meeting: Meeting, nowMs: number): Meeting | undefined {
  if (meeting.state === 'ended') {
    const { askAt, ...asked } = meeting;
    return askAt && nowMs >= toMs(askAt) ? asked : undefined;
  }
  if (nowMs < toMs(meeting.plannedEnd) + FEEDBACK_AFTER_MS) return undefined;
  const ended = endMeeting(meeting, meeting.plannedEnd);
  return meeting.hasBegun ? ended : { ...ended, outcome: 'unsure' };
}

/** 1 for the pair's first meeting. */
export const numberOf = (meetings: Meeting[], occurrence: OccurrenceId): number =>
  byStart(meetings).findIndex((meeting) => meeting.occurrence === occurrence) + 1;
