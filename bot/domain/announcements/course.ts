import { type Instant, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type Announcement, FURTHEST_DAYS, UNDO_SECONDS } from './announcement.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When it is sent: at the minute asked for, and never before there was time to undo it. */
export function sendAtFrom(asked: string | undefined, nowMs: number): Instant {
  const soonest = nowMs + UNDO_SECONDS * 1_000;
  if (asked === undefined) return toInstant(soonest);
  const atMs = Date.parse(asked);
  if (atMs <= nowMs - MINUTE_MS) throw new Refusal('invalid', 'cohort:announcement.past');
  if (atMs > nowMs + FURTHEST_DAYS * DAY_MS)
    throw new Refusal('invalid', 'cohort:announcement.tooFar', { days: FURTHEST_DAYS });
  return toInstant(Math.max(atMs, soonest));
}

type Course = Pick<Announcement, 'state' | 'sendAt'>;

/** Whether nobody has it yet: it may be changed and called off, until its moment has come. */
export const isOpen = ({ state }: Course): boolean => state === 'waiting';

/** While it waits, when it is due; undefined when it does not wait, or nobody knows until when. */
export const dueAtMs = ({ state, sendAt }: Course): number | undefined =>
  state === 'waiting' && sendAt !== undefined ? toMs(sendAt) : undefined;

/** Whether somebody may be told by it now. */
export const isGoingOut = ({ state }: Course): boolean => state === 'sending' || state === 'sent';

/** Refuses what is not open any more, and says why. */
export function mustBeOpen(known: Course): void {
  if (known.state === 'calledOff') throw new Refusal('gone', 'cohort:announcement.calledOff');
  if (!isOpen(known)) throw new Refusal('gone', 'cohort:announcement.begun');
}

/** What nobody has cannot be corrected or taken back; neither what is taken back. */
export function mustBeOut(known: Course): void {
  if (known.state === 'recalled') throw new Refusal('gone', 'cohort:announcement.recalled');
  if (isOpen(known) || known.state === 'calledOff')
    throw new Refusal('conflict', 'cohort:announcement.notOut');
}
