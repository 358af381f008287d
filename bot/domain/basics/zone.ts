/** A zone in which `Intl` can say a time. */
export function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string') return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    // Not known to Intl: that is what is asked.
    return false;
  }
}

/** One with a name. A bare offset such as `-23:59` is nowhere, and knows no summer time. */
export const isNamedZone = (zone: unknown): zone is string =>
  typeof zone === 'string' && /^[A-Za-z]/.test(zone) && isZone(zone);

/** A named zone in the letters everybody writes it in: `Europe/Berlin` for `europe/berlin`; another name stays. */
export function zoneAsNamed(zone: string): string {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
  return timeZone.toLowerCase() === zone.toLowerCase() ? timeZone : zone;
}
