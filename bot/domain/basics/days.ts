import { asId, type Day, toInstant } from './ids.ts';

const DAY_MS = 86_400_000;

/** Today, so many days later or earlier. */
export const dayFrom = (nowMs: number, days: number): Day =>
  asId<Day>(toInstant(nowMs + days * DAY_MS).slice(0, 10));

/** The next day; the last one that can be written stays. */
export function dayAfter(day: Day): Day {
  const next = dayFrom(Date.parse(day), 1);
  return next > day ? next : day;
}

/** The same day so many months later, or the last one of that month where it is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const atMs = Date.UTC(year, month - 1 + months, Math.min(date, lastDate));
  return dayFrom(atMs, 0);
}

/** The same day so many years later; a 29th of February is the 1st of March, which orders as well. */
export const yearsFrom = (nowMs: number, years: number): Day => {
  const [year = '', ...rest] = dayFrom(nowMs, 0).split('-');
  return asId<Day>([String(Number(year) + years).padStart(4, '0'), ...rest].join('-'));
};
