import { toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  byStart,
  endMeeting,
  hasStarted,
  isKnownToHaveBeen,
  type Meeting,
  type Outcome,
  tookPlace,
} from './meetings.ts';

/**
 * A meeting once one of them has said what became of it. That they met stands, whoever says otherwise later; that they
 * did not gives way to it. Undefined where nothing changes. `isTold`: somebody of the others has said how it was.
 */
export function withOutcome(
  meeting: Meeting,
  said: Outcome,
  { isTold, nowMs }: { isTold: boolean; nowMs: number },
): Meeting | undefined {
  if (!hasStarted(meeting, nowMs)) throw new Refusal('conflict', 'pair:meeting.notBegun');
  const stands = isTold || meeting.outcome === 'met';
  if (said !== 'met' && stands) throw new Refusal('conflict', 'pair:met.stands');
  if (said === meeting.outcome || (said === 'met' && isKnownToHaveBeen(meeting))) return undefined;
  const atMs = Math.min(nowMs, toMs(meeting.plannedEnd));
  const at = meeting.state === 'ended' ? meeting.endedAt : toInstant(atMs);
  const { askAt: _, ...ended } = endMeeting(meeting, at);
  return { ...ended, outcome: said };
}

/** The last meeting, where it was moved or missed and none came after it: a new time is to be found for that. */
export function rebook(meetings: readonly Meeting[]): Meeting | undefined {
  const last = byStart([...meetings]).at(-1);
  return last && !tookPlace(last) ? last : undefined;
}
