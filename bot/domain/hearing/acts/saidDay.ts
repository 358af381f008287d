import { asId, type Day } from '#domain/basics/ids.ts';
import { plain } from '#domain/hearing/text/plainText.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const NAMED =
  /\b(last )?(sun|mon|tue|wed|thu|fri|sat)(?:day|s(?:day)?|nesday|rs(?:day)?|urday)?\b(?: (last week|before last))?/;
const NUMBERS = new Map(
  ['a', 'two', 'three', 'four', 'five', 'six'].map((word, n) => [word, n + 1] as const),
);
const AGO = /\b(a|two|three|four|five|six|[1-9]|[12]\d) (day|week)s? ago\b/;

const back = (today: Day, days: number): Day =>
  asId<Day>(new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10));

/** So many days ago a weekday was last: a week ago where it is today's, as nobody calls today by its name. */
const daysSince = (today: Day, weekday: number): number => {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return (now - weekday + WEEK) % WEEK || WEEK;
};

/**
 * The day on which something was, as a sentence says it: today, yesterday, a weekday (the last one before today), so
 * many days ago; *last week* without a day is a week ago. Undefined where it names none.
 */
export function saidDay(text: string, today: Day): Day | undefined {
  const said = plain(text);
  if (/\bday before yesterday\b/.test(said)) return back(today, 2);
  if (/\b(?:yesterday|last night|gestern|hier|ayer)\b/.test(said)) return back(today, 1);
  const ago = AGO.exec(said);
  if (ago) {
    const [, count = '', unit] = ago;
    return back(today, (NUMBERS.get(count) ?? Number(count)) * (unit === 'week' ? WEEK : 1));
  }
  const named = NAMED.exec(said);
  if (named) {
    const days = daysSince(today, WEEKDAYS.indexOf(named[2] as (typeof WEEKDAYS)[number]));
    const isEarlier = named[3] !== undefined || /\blast week\b/.test(said);
    return back(today, isEarlier && isThisWeek(today, days) ? days + WEEK : days);
  }
  if (/\blast week\b/.test(said)) return back(today, WEEK);
  if (/\b(?:today|this (?:morning|noon|afternoon|evening)|just now|just|heute)\b/.test(said)) return today;
  return undefined;
}

/** Whether so many days ago is still in the week of today, which begins on Monday. */
const isThisWeek = (today: Day, days: number): boolean =>
  days <= (new Date(`${today}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;
