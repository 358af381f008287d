import { type Day, type PersonId, toMs } from '#domain/basics/ids.ts';
import { momentOn } from '#domain/basics/workingDays.ts';
import type { GoingPair, Pause } from './pair.ts';
import { type BreakAsked, type BreakDecision, goneOn, HOUR, returnDays, turnOf } from './pause.ts';

/** The leave of a member; `until` is undefined for somebody who is here. */
type LeaveKnown = Pick<BreakAsked, 'by' | 'timeZone' | 'nowMs'> & { until: Day | undefined };

/**
 * A pair as the leave of a member has it: it rests until their day, at most for the longest break. A break that lasts
 * as long stays, whoever takes it; a shorter one stands again without the leave, where its day is still ahead.
 */
export function decideLeave(pair: GoingPair, leave: LeaveKnown): BreakDecision<GoingPair> {
  const stands = pair.state === 'paused' ? pair.pause : undefined;
  const otherwise = stands && withoutLeave(stands, leave.by, leave.nowMs);
  const wanted = pauseFor(leave);
  const pause =
    wanted && (!otherwise || otherwise.until < wanted.until)
      ? { ...wanted, leave: otherwise ? { before: otherwise } : {} }
      : otherwise;
  if (JSON.stringify(pause) === JSON.stringify(stands)) return { kind: 'unchanged' };
  if (!pause)
    return pair.state === 'paused' ? { kind: 'changed', pair: goneOn(pair) } : { kind: 'unchanged' };
  // Under the break of somebody else nothing changes that anybody is told.
  const isSeen = pause.by !== stands?.by || pause.until !== stands.until;
  const turns = turnOf(pair) + (isSeen ? 1 : 0);
  return { kind: 'changed', pair: { ...pair, state: 'paused', pause, turns } };
}

function pauseFor({ by, until, timeZone, nowMs }: LeaveKnown): Pause | undefined {
  const { first, last } = returnDays(nowMs, timeZone);
  if (!until || until < first) return undefined;
  const day = until < last ? until : last;
  return { by, until: day, resumesAt: momentOn(day, HOUR, timeZone) };
}

/** What stands without somebody's leave. */
function withoutLeave(pause: Pause, person: PersonId, nowMs: number): Pause | undefined {
  if (!pause.leave) return pause;
  const before = pause.leave.before && withoutLeave(pause.leave.before, person, nowMs);
  const ahead = before && nowMs < toMs(before.resumesAt) ? before : undefined;
  if (pause.by === person) return ahead;
  return { ...pause, leave: ahead ? { before: ahead } : {} };
}
