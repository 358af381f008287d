import { useReader } from './Frame.tsx';

const LONG_DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const DAY: Intl.DateTimeFormatOptions = { ...LONG_DAY, timeZone: 'UTC' };

/** The same day of another month, or its last where it is shorter: half a year from 31 August is 28 February. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

/** The moment at which a clock in a zone shows this day and time; where it is set on past them, the moment after. */
export function momentIn(timeZone: string, day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shownAt = (ms: number) => {
    const shown = clockIn(timeZone, new Date(ms).toISOString());
    return Date.parse(`${shown.day}T${shown.time}:00Z`);
  };
  const near = wanted - (shownAt(wanted) - wanted);
  return new Date(near - (shownAt(near) - wanted)).toISOString();
}

/** The day and the time that a clock in a zone shows at a moment, as fields hold them. */
export function clockIn(timeZone: string, iso: string): { day: string; time: string } {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(new Date(iso));
  const [day = '', time = ''] = shown.split(' ');
  return { day, time };
}

/** The city that a zone is called after, `Berlin` for `Europe/Berlin`. */
export const cityOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

/** Days and times in the reader's own language and time zone. */
export function useDates() {
  const { locale, timeZone } = useReader();
  const made = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(iso));
  return {
    day: made({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: made({ hour: 'numeric', minute: '2-digit' }),
    moment: made({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }),
    weekday: made({ weekday: 'long' }),
    /** A day as short as it can be said, `Tue 8 Dec`. */
    shortDay: made({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** A month, with its year where that is another than now. */
    month: (iso: string) => {
      const isThisYear = new Date(iso).getUTCFullYear() === new Date().getUTCFullYear();
      return made({ month: 'long', ...(!isThisYear && { year: 'numeric' }) })(iso);
    },
    /** The clock somewhere else at a moment, with the weekday where that is another. */
    timeIn: (iso: string, zone: string) => {
      const there = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(iso));
      const isSameDay = there({ weekday: 'long' }) === made({ weekday: 'long' })(iso);
      const clock = { hour: 'numeric', minute: '2-digit' } as const;
      return there(isSameDay ? clock : { weekday: 'short', ...clock });
    },
    /** The reader's calendar day at a moment, with its year. */
    longDay: made(LONG_DAY),
    /** A calendar day without a time, such as `2027-05-31`. */
    date: made(DAY),
    /** The reader's calendar day at a moment in milliseconds. */
    dayOf: (ms: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms),
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
