import { dayFrom } from './days.ts';
import { type Day, type Instant, toInstant } from './ids.ts';
import { isZone } from './zone.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Zones repeat, and making a formatter is what takes the time: each is made once. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: isZone(timeZone) ? timeZone : 'UTC', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  if (isZone(timeZone)) clocks.set(timeZone, made);
  return made;
}

/** What a wall clock in `timeZone` shows at `ms`, as if it were UTC. An unknown zone reads as UTC. */
function wallClockMs(ms: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(ms);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The instant at which a wall clock in `timeZone` shows `wallMs` (given as if it were UTC); right over DST. */
function instantOfWallClock(wallMs: number, timeZone: string): number {
  const guess = wallMs - (wallClockMs(wallMs, timeZone) - wallMs);
  return wallMs - (wallClockMs(guess, timeZone) - guess);
}

/** The calendar day that a wall clock in `timeZone` shows at `ms`. */
export const dayIn = (ms: number, timeZone: string): Day => dayFrom(wallClockMs(ms, timeZone), 0);

/** The instant at which it is `hour` o'clock on a calendar day in `timeZone`. */
export const momentOn = (day: Day, hour: number, timeZone: string): Instant =>
  toInstant(instantOfWallClock(Date.parse(`${day}T00:00:00.000Z`) + hour * HOUR_MS, timeZone));

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

/** When somebody may be reached by what can wait, on their own wall clock. */
export interface WorkWeek {
  /** IANA name. */
  timeZone: string;
  /** Whole hours, 0 to 24, `from` before `to`. */
  hours: { from: number; to: number };
  /** Days off, as `Date` counts them: 0 is Sunday. */
  weekend: readonly number[];
}

/** Where nobody said anything else: what can wait arrives neither before nor after. */
export const USUAL_HOURS = { from: 8, to: 18 } as const;
const USUAL_WEEKEND = [6, 0];

/**
 * The days off where somebody's locale is spoken; Saturday and Sunday where nothing is known of it. Source: CLDR, as
 * `Intl` has it.
 */
export function weekendOf(locale: string): readonly number[] {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { weekend: number[] } };
    return known.getWeekInfo?.().weekend.map((day) => day % 7) ?? USUAL_WEEKEND;
  } catch {
    return USUAL_WEEKEND;
  }
}

/** `nowMs` within a working week, else the moment it next begins. */
export function workingMomentFrom(nowMs: number, { timeZone, hours, weekend }: WorkWeek): number {
  const now = wallClockMs(nowMs, timeZone);
  let midnight = midnightOf(now);
  const hour = (now - midnight) / HOUR_MS;
  if (!isOff(midnight, weekend) && hour >= hours.from && hour < hours.to) return nowMs;
  if (hour >= hours.to) midnight += DAY_MS;
  while (isOff(midnight, weekend)) midnight += DAY_MS;
  return instantOfWallClock(midnight + hours.from * HOUR_MS, timeZone);
}

/** Whether the whole of `[startMs, endMs]` lies within one working day of a week. */
export function isWithin(week: WorkWeek, startMs: number, endMs: number): boolean {
  const start = wallClockMs(startMs, week.timeZone);
  const end = wallClockMs(endMs, week.timeZone);
  const midnight = midnightOf(start);
  return (
    !isOff(midnight, week.weekend) &&
    start >= midnight + week.hours.from * HOUR_MS &&
    end <= midnight + week.hours.to * HOUR_MS
  );
}

const isOff = (wallMs: number, weekend: readonly number[]): boolean =>
  weekend.length < 7 && weekend.includes(new Date(wallMs).getUTCDay());
