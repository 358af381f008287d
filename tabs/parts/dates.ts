import { useReader } from './Frame.tsx';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };

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
    /** The reader's calendar day so many months from now, as `2027-05-31`. */
    dayIn: (months: number) => {
      const date = new Date();
      date.setMonth(date.getMonth() + months);
      return new Intl.DateTimeFormat('en-CA', { timeZone }).format(date);
    },
    /** From one calendar day to another. */
    days: (from: string, to: string) =>
      new Intl.DateTimeFormat(locale, DAY).formatRange(new Date(from), new Date(to)),
  };
}
