import { useReader } from './Frame.tsx';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };

/** The same day of another month, or its last where it is shorter: half a year from 31 August is 28 February. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

/** Days and times in the reader's own language and time zone. */
export function useDates() {
  const { locale, timeZone } = useReader();
  const made = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(iso));
  return {
    day: made({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: made({ hour: 'numeric', minute: '2-digit' }),
    moment: made({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }),
    /** A calendar day without a time, such as `2027-05-31`. */
    date: made(DAY),
    /** The reader's calendar day so many months after a moment, as `2027-05-31`. */
    dayIn: (months: number, from: string) => {
      const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(from));
      return monthsFrom(today, months);
    },
    /** From one calendar day to another. */
    days: (from: string, to: string) =>
      new Intl.DateTimeFormat(locale, DAY).formatRange(new Date(from), new Date(to)),
  };
}
