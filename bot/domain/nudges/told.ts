import { type Instant, type PairId, toInstant, toMs } from '#domain/basics/ids.ts';
import { isSame, type Nudge, type NudgeRule } from './rules.ts';

/** A nudge of one pair. */
export interface PairNudge extends Nudge {
  pair: PairId;
}

/** Row `nudges`, in the partition of a person: what they were told, and what they want to be told later. */
export interface Nudged {
  /** `at`: the moment it was to arrive. Oldest first. */
  told: (PairNudge & { at: Instant })[];
  later: (PairNudge & { until: Instant })[];
}

export const NOTHING_TOLD: Nudged = { told: [], later: [] };

const DAY_MS = 86_400_000;
/** Nobody is told more in any seven days, over all their pairs. */
export const MOST_A_WEEK = 2;
const WEEK_MS = 7 * DAY_MS;
/** *Ask me later* asks after so long. */
const LATER_DAYS = 7;
/** What was told longer ago is forgotten; nothing is due so long after what it is about. */
const REMEMBERED_MS = 400 * DAY_MS;

const isSameOf = (a: PairNudge, b: PairNudge): boolean => a.pair === b.pair && isSame(a, b);

/** What somebody asked to be told later and that is due again. */
export const askedAgain = ({ later }: Nudged, pair: PairId, nowMs: number): Nudge[] =>
  later.filter((one) => one.pair === pair && toMs(one.until) <= nowMs);

const waits = ({ later }: Nudged, nudge: PairNudge, nowMs: number): boolean =>
  later.some((one) => isSameOf(one, nudge) && toMs(one.until) > nowMs);

const isNews = (nudged: Nudged, nudge: PairNudge, nowMs: number): boolean =>
  !nudged.told.some((one) => isSameOf(one, nudge)) ||
  nudged.later.some((one) => isSameOf(one, nudge) && toMs(one.until) <= nowMs);

/** Asked of the executive first; of a mentor only so long after that. */
const BY_TURN: readonly NudgeRule[] = ['anotherTime', 'firstMeeting', 'rhythm'];
const TURN_MS = 3 * DAY_MS;

/**
 * Whether it is a mentor's turn: every executive of the pair has been asked some days ago. `executives` holds what
 * each was told; undefined for one who wants no nudges and is never asked.
 */
export const hasTurn = (
  nudge: PairNudge,
  executives: readonly (Nudged | undefined)[],
  nowMs: number,
): boolean =>
  !BY_TURN.includes(nudge.rule) ||
  executives.every(
    (one) => one?.told.some((told) => isSameOf(told, nudge) && toMs(told.at) + TURN_MS <= nowMs) ?? true,
  );

/**
 * Which of the nudges that are due somebody is told at `momentMs`, when it may reach them: none they were told
 * before or put off, one at most at a time, and two at most in any seven days.
 */
export function decideTelling(
  nudged: Nudged,
  due: readonly PairNudge[],
  { nowMs, momentMs }: { nowMs: number; momentMs: number },
): { nudge: PairNudge; time: number; nudged: Nudged } | undefined {
  const lately = nudged.told.filter(({ at }) => toMs(at) > momentMs - WEEK_MS);
  const isSameDay = lately.some(({ at }) => Math.abs(toMs(at) - momentMs) < DAY_MS);
  if (lately.length >= MOST_A_WEEK || isSameDay) return undefined;
  const nudge = due.find((one) => isNews(nudged, one, nowMs) && !waits(nudged, one, nowMs));
  if (!nudge) return undefined;
  const told = nudged.told.filter(({ at }) => toMs(at) > momentMs - REMEMBERED_MS);
  return {
    nudge,
    time: told.filter((one) => isSameOf(one, nudge)).length + 1,
    nudged: {
      told: [...told, { ...nudge, at: toInstant(momentMs) }],
      later: nudged.later.filter((one) => !isSameOf(one, nudge)),
    },
  };
}

/** Somebody wants to be told later. Asked twice, it is one wish. */
export function askLater(nudged: Nudged, nudge: PairNudge, nowMs: number): Nudged {
  const until = toInstant(nowMs + LATER_DAYS * DAY_MS);
  const { pair, rule, occasion } = nudge;
  const others = nudged.later.filter((one) => !isSameOf(one, nudge));
  return { ...nudged, later: [...others, { pair, rule, occasion, until }] };
}
