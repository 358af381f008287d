import { monthsAfter } from '#domain/basics/days.ts';
import { type Day, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { dayIn, momentOn } from '#domain/basics/workingDays.ts';
import type { ActivePair, GoingPair, Pair, PausedPair } from './pair.ts';

/** The longest break, in months; who is away for longer lets the other one go. */
export const PAUSE_MONTHS = 6;
/** A break of more than so many days is a long one: whoever waits is told that they need not. */
const LONG_DAYS = 56;
/** At what hour a pair goes on by itself, where the one is who took the break. */
export const HOUR = 9;
const DAY_MS = 86_400_000;

/** Whether nobody is to be reminded of anything in this pair: only one that goes on reminds. */
export const isQuiet = ({ state }: Pair): boolean => state !== 'active';

/** Names how the pair stands, so that a press on an older view is known. */
export const turnOf = ({ turns = 0 }: Pick<Pair, 'turns'>): number => turns;

/** The first and the last day on which a pair may go on that is paused now. */
export function returnDays(nowMs: number, timeZone: string): { first: Day; last: Day } {
  const today = dayIn(nowMs, timeZone);
  return { first: dayIn(Date.parse(today) + DAY_MS, 'UTC'), last: monthsAfter(today, PAUSE_MONTHS) };
}

export const isLongBreak = (until: Day, nowMs: number): boolean =>
  Date.parse(until) - nowMs > LONG_DAYS * DAY_MS;

export type BreakDecision<Next extends GoingPair> =
  | { kind: 'unchanged' }
  /** It was seen as it stood before an earlier change. */
  | { kind: 'stale' }
  | { kind: 'changed'; pair: Next };

/** A break until a day, asked for by a member; `seen` is the turn they had before their eyes, if they saw one. */
export interface BreakAsked {
  by: PersonId;
  until: Day;
  timeZone: string;
  seen: number | undefined;
  nowMs: number;
}

/**
 * Pauses a pair for all its members, or moves the day of the break it has. Throws `Refusal` for a day before tomorrow
 * or after `PAUSE_MONTHS`; the day that stands already changes nothing, but that it does not stand for a leave alone.
 */
export function decidePause(pair: GoingPair, asked: BreakAsked): BreakDecision<PausedPair> {
  const { by, until, timeZone, seen, nowMs } = asked;
  const { first, last } = returnDays(nowMs, timeZone);
  if (until < first) throw new Refusal('invalid', 'parting:pause.tooEarly');
  if (until > last) throw new Refusal('invalid', 'parting:pause.tooLate', { months: PAUSE_MONTHS });
  if (pair.state === 'paused' && pair.pause.until === until) {
    const { leave, ...pause } = pair.pause;
    return leave ? { kind: 'changed', pair: { ...pair, pause } } : { kind: 'unchanged' };
  }
  if (seen !== undefined && seen !== turnOf(pair)) return { kind: 'stale' };
  const pause = { by, until, resumesAt: momentOn(until, HOUR, timeZone) };
  return { kind: 'changed', pair: { ...pair, state: 'paused', pause, turns: turnOf(pair) + 1 } };
}

/** Ends the break before its day, by whichever member asks. */
export function decideResume(pair: GoingPair, seen: number | undefined): BreakDecision<ActivePair> {
  if (pair.state === 'active') return { kind: 'unchanged' };
  if (seen !== undefined && seen !== turnOf(pair)) return { kind: 'stale' };
  return { kind: 'changed', pair: goneOn(pair) };
}

/** The pair as it goes on by itself, once the moment of its break has come; undefined before. */
export const resumedByClock = (pair: Pair, nowMs: number): ActivePair | undefined =>
  pair.state === 'paused' && nowMs >= toMs(pair.pause.resumesAt) ? goneOn(pair) : undefined;

/** The pair without its break. */
export function goneOn({ pause: _, ...pair }: PausedPair): ActivePair {
  return { ...pair, state: 'active', turns: turnOf(pair) + 1 };
}
