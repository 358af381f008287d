import { type Instant, toInstant } from './ids.ts';
import { isZone } from './zone.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What a wall clock in `timeZone` shows at `ms`, as if it were UTC. An unknown zone reads as UTC. */
function wallClockMs(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: isZone(timeZone) ? timeZone : 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The instant at which a wall clock in `timeZone` shows `wallMs` (given as if it were UTC); right over DST. */
function instantOfWallClock(wallMs: number, timeZone: string): number {
  const guess = wallMs - (wallClockMs(wallMs, timeZone) - wallMs);
  return wallMs - (wallClockMs(guess, timeZone) - guess);
}

/**
 * `hour` o'clock in `timeZone` on the first working day after `days` full working days (Monday to Friday) have
 * followed the day of `nowMs`.
 */
export function afterWorkingDays(nowMs: number, timeZone: string, days: number, hour: number): Instant {
  const today = wallClockMs(nowMs, timeZone);
  let midnight = midnightOf(today);
  for (let left = days + 1; left > 0; ) {
    midnight += DAY_MS;
    if (isWorkingDay(midnight)) left -= 1;
  }
  return toInstant(instantOfWallClock(midnight + hour * HOUR_MS, timeZone));
}

const midnightOf = (wallMs: number): number => wallMs - (((wallMs % DAY_MS) + DAY_MS) % DAY_MS);

/** Monday to Friday. */
function isWorkingDay(wallMs: number): boolean {
  const weekday = new Date(wallMs).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Working hours on a wall clock: what can wait arrives neither before nor after. */
const FIRST_HOUR = 8;
const LAST_HOUR = 18;

/** `nowMs` within the working hours of `timeZone` (Monday to Friday, 8 to 18), else the moment they next begin. */
export function workingMomentFrom(nowMs: number, timeZone: string): number {
  const now = wallClockMs(nowMs, timeZone);
  let midnight = midnightOf(now);
  const hour = (now - midnight) / HOUR_MS;
  if (isWorkingDay(midnight) && hour >= FIRST_HOUR && hour < LAST_HOUR) return nowMs;
  if (hour >= LAST_HOUR) midnight += DAY_MS;
  while (!isWorkingDay(midnight)) midnight += DAY_MS;
  return instantOfWallClock(midnight + FIRST_HOUR * HOUR_MS, timeZone);
}
