import { useReader } from './Frame.tsx';

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
    date: made({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  };
}
