import { type Instant, toInstant } from '#domain/basics/ids.ts';
import { isWithin, type WorkWeek } from '#domain/basics/workingDays.ts';

export interface ProposedTime {
  startsAt: Instant;
  endsAt: Instant;
}

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;
/** Looked through before nothing is proposed. */
const AHEAD_DAYS = 28;
/** The half hours of a day that are looked at. */
const STEPS_A_DAY = 48;

/**
 * Times at which everybody of a pair is at work, by their own clocks, hours and days off: one a day at most, from
 * tomorrow on, in the middle of what all have in common. They come from no calendar. Empty where there are none in
 * four weeks.
 */
export function proposeTimes(
  weeks: readonly WorkWeek[],
  { nowMs, minutes, count }: { nowMs: number; minutes: number; count: number },
): ProposedTime[] {
  const found: ProposedTime[] = [];
  const lengthMs = minutes * 60_000;
  const dayStart = Math.floor(nowMs / DAY_MS) * DAY_MS;
  for (let day = 1; day <= AHEAD_DAYS && found.length < count; day++) {
    const starts = Array.from(
      { length: STEPS_A_DAY },
      (_, step) => dayStart + day * DAY_MS + step * HALF_HOUR_MS,
    ).filter((start) => start >= nowMs + DAY_MS / 2);
    const common = starts.filter((start) => weeks.every((week) => isWithin(week, start, start + lengthMs)));
    const start = common[Math.floor(common.length / 2)];
    if (start !== undefined) found.push({ startsAt: toInstant(start), endsAt: toInstant(start + lengthMs) });
  }
  return found;
}
