import type { PairId } from '#domain/basics/ids.ts';
import { type DueNoun, OUTBOX_RECHECK_MS, type Point, pointTo } from '#usecases/story/due.ts';

/** Points to a daily look at what one pair may be reminded of. */
const nudgesNoun: DueNoun<{ pair: PairId }> = { noun: 'nudges' };

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/**
 * The next look at a pair: the same moment of the day for one pair, so that two looks at once point to one tomorrow.
 * Pairs spread over the day.
 */
export function nextNudges(nowMs: number, pair: PairId): Point {
  const minute = [...pair].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % DAY_MINUTES,
    0,
  );
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS + minute * 60_000;
  return pointTo(today > nowMs ? today : today + DAY_MS, nudgesNoun, { pair });
}

/** Points to a look at what figures may know of one pair. */
const figuresNoun: DueNoun<{ pair: PairId }> = { noun: 'figures' };

/** Points to a look at whether the members of a pair have come into one reporting line. */
const lineNoun: DueNoun<{ pair: PairId }> = { noun: 'line' };

export const lineSoon = (nowMs: number, pair: PairId): Point =>
  pointTo(nowMs + OUTBOX_RECHECK_MS, lineNoun, { pair });

/** Soon after the daily look: nobody waits for figures. */
export const figuresSoon = (nowMs: number, pair: PairId): Point =>
  pointTo(nowMs + OUTBOX_RECHECK_MS, figuresNoun, { pair });
