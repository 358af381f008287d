import { dayFrom, monthsAfter } from '#domain/basics/days.ts';
import { asId, type Day } from '#domain/basics/ids.ts';
import { plain } from '#domain/hearing/text/plainText.ts';

const DAY_MS = 86_400_000;
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NUMBERS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})\\b\\.?`;
const DATE = '(\\d{1,2})(?:st|nd|rd|th|\\.)?(?!\\d)';
const YEAR = '(?:,? (\\d{4}))?';
const FROM = '(?:until|till|til|before|to|from|in|by)(?: the)?';

const ISO = /\b(\d{4})-(\d\d)-(\d\d)\b/;
const DAY_MONTH = new RegExp(`\\b${DATE} (?:of )?${MONTH}${YEAR}`);
const MONTH_DAY = new RegExp(`\\b${MONTH} (?:the )?${DATE}${YEAR}`);
const MONTH_END = new RegExp(`\\bend of ${MONTH}${YEAR}`);
const MONTH_ALONE = new RegExp(`\\b${FROM} ${MONTH}${YEAR}`);
const LASTING = new RegExp(`\\b(?:for|in) (\\d{1,3}|${NUMBERS.join('|')}) (day|week|month)s?\\b`);
const WEEKDAY = new RegExp(`\\b${FROM} (?:next )?(${WEEKDAYS.join('|')})\\b`);

/**
 * The day of which a message speaks, as the next one that fits from `today` on: “until 12 March”, “until January”,
 * “for two weeks”. Only ever a suggestion; undefined where none is named, or where it can be read in two ways.
 */
export function findReturnDay(text: string, today: Day): Day | undefined {
  const said = plain(text.slice(0, 500)).replace(/\bmid-?/g, '');
  const iso = ISO.exec(said);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, date, month, year] = DAY_MONTH.exec(said) ?? [];
  if (month) return coming(today, { month, date: Number(date), year });
  const after = MONTH_DAY.exec(said);
  if (after) return coming(today, { month: after[1] ?? '', date: Number(after[2]), year: after[3] });
  const end = MONTH_END.exec(said);
  if (end) return coming(today, { month: end[1] ?? '', date: 0, year: end[2] });
  const alone = MONTH_ALONE.exec(said);
  if (alone) return coming(today, { month: alone[1] ?? '', date: 1, year: alone[2] });
  const lasting = LASTING.exec(said);
  if (lasting) return later(today, lasting[1] ?? '', lasting[2] ?? '');
  const weekday = WEEKDAY.exec(said)?.[1];
  return weekday ? onWeekday(today, WEEKDAYS.indexOf(weekday)) : undefined;
}

/** Undefined for a day that no calendar has. */
function dated(year: number, month: number, date: number): Day | undefined {
  const atMs = Date.UTC(year, month - 1, date);
  const day = dayFrom(atMs, 0);
  return day === `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    ? day
    : undefined;
}

/** `date` 0 is the last of its month. Without a year it is the next one that comes. */
function coming(
  today: Day,
  { month, date, year }: { month: string; date: number; year: string | undefined },
): Day | undefined {
  const place = MONTHS.findIndex((name) => name.startsWith(month)) + 1;
  const inYear = (of: number) => (date === 0 ? dayFrom(Date.UTC(of, place, 0), 0) : dated(of, place, date));
  if (year) return inYear(Number(year));
  const first = Number(today.slice(0, 4));
  return [first, first + 1].map(inYear).find((day) => day !== undefined && day > today);
}

function later(today: Day, count: string, unit: string): Day {
  const many = /\d/.test(count) ? Number(count) : Math.max(1, NUMBERS.indexOf(count));
  if (unit === 'month') return monthsAfter(today, many);
  return dayFrom(Date.parse(today) + many * (unit === 'week' ? 7 : 1) * DAY_MS, 0);
}

function onWeekday(today: Day, weekday: number): Day {
  const ahead = (weekday - new Date(Date.parse(today)).getUTCDay() + 7) % 7;
  return asId<Day>(dayFrom(Date.parse(today) + (ahead || 7) * DAY_MS, 0));
}
