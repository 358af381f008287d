import { type Instant, type PersonId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import { seenText } from '#domain/basics/visible.ts';
import { FEEDBACK_AFTER_MS, type Meeting, tookPlace } from './meetings.ts';

/** Row `curiosity_<person>_<n>` (4 digits): what a member of a pair is curious about before they meet. */
export interface Curiosity {
  person: PersonId;
  /** 1 for the first one of this person, counting up: one for each time they meet. */
  n: number;
  text: string;
  /** Whether the others may read it. */
  shared: boolean;
  at: Instant;
  /** 1 for the first wording, counting up. */
  seq: number;
}

export const CURIOSITY_MAX = 300;

export type CuriositySaid = Pick<Curiosity, 'text' | 'shared'>;

/** It waits for the next time they meet, and while that lasts; then it has had its turn, and there is room for another. */
export function waits({ at }: Pick<Curiosity, 'at'>, meetings: readonly Meeting[], nowMs: number): boolean {
  return !meetings.some((meeting) => {
    const endMs = toMs(meeting.state === 'ended' ? meeting.endedAt : meeting.plannedEnd);
    const lateMs = meeting.state === 'ended' ? 0 : FEEDBACK_AFTER_MS;
    return tookPlace(meeting) && endMs > toMs(at) && endMs + lateMs <= nowMs;
  });
}

export type CuriosityDecision =
  | { kind: 'stale' }
  | { kind: 'unchanged' }
  | { kind: 'changed'; curiosity: Curiosity }
  | { kind: 'removed'; curiosity: Curiosity };

/**
 * What a member is curious about now: one line, worded as often as they like; none when nothing is written. `own` are
 * all of theirs in their order, `seen` is the `seq` of the one they had before their eyes, 0 for none.
 */
export function decideCuriosity(
  own: readonly Curiosity[],
  said: CuriositySaid,
  by: { person: PersonId; meetings: readonly Meeting[]; seen: number; nowMs: number },
): CuriosityDecision {
  const text = seenText(said.text);
  if (text.length > CURIOSITY_MAX)
    throw new Refusal('invalid', 'pair:curiosity.tooLong', { max: CURIOSITY_MAX });
  const { person, nowMs } = by;
  const known = waiting(own, by.meetings, nowMs);
  const at = toInstant(nowMs);
  if (!known) {
    if (text === '') return { kind: 'unchanged' };
    requireRoom('curiosities', own.length);
    const n = (own.at(-1)?.n ?? 0) + 1;
    return { kind: 'changed', curiosity: { person, n, text, shared: said.shared, at, seq: 1 } };
  }
  if (known.text === text && known.shared === said.shared) return { kind: 'unchanged' };
  if (known.seq !== by.seen) return { kind: 'stale' };
  if (text === '') return { kind: 'removed', curiosity: known };
  return { kind: 'changed', curiosity: { ...known, text, shared: said.shared, at, seq: known.seq + 1 } };
}

/** The one of a member's lines that waits; undefined where there is none. */
export function waiting(
  own: readonly Curiosity[],
  meetings: readonly Meeting[],
  nowMs: number,
): Curiosity | undefined {
  const last = own.at(-1);
  return last && waits(last, meetings, nowMs) ? last : undefined;
}
