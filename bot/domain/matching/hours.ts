export const STARTS_AT = 8 * 60;
export const ENDS_AT = 18 * 60;
export const MINUTES_A_DAY = 24 * 60;

/** To make a format takes a millisecond or more, to use it a hundredth: those of the last zones are kept. */
const MOST_FORMATS = 100;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(timeZone, format);
  return format;
}

/**
 * Minutes a zone is ahead of UTC at an instant, or undefined when there is no such zone.
 * Intl knows every zone of the IANA data; the difference of its wall clock and UTC is the offset.
 */
export function offsetMinutes(timeZone: string, atMs: number): number | undefined {
  const minuteMs = Math.floor(atMs / 60_000) * 60_000;
  try {
    const parts = formatOf(timeZone).formatToParts(minuteMs);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return Math.round((wall - minuteMs) / 60_000);
  } catch {
    return undefined;
  }
}

/**
 * Hours that two working days (08:00–18:00 of each one's own clock) have in common, given both offsets in
 * minutes. A morning in Auckland that is an afternoon of the day before in New York counts.
 */
export function commonHours(one: number | undefined, other: number | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const overlap = (shift: number) => {
    const from = Math.max(STARTS_AT - one, STARTS_AT - other + shift);
    const to = Math.min(ENDS_AT - one, ENDS_AT - other + shift);
    return Math.max(0, to - from);
  };
  return Math.max(overlap(-MINUTES_A_DAY), overlap(0), overlap(MINUTES_A_DAY)) / 60;
}
