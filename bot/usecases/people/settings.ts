import type { PersonId } from '#domain/basics/ids.ts';
import { isNamedZone } from '#domain/basics/zone.ts';
import { type Settings, TIME_ZONE_MAX } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** How somebody reads of whom nothing is known yet. */
export const NO_SETTINGS: Settings = { locale: 'en', timeZone: 'UTC', newsMuted: false };

interface Seen {
  locale?: string | undefined;
  timeZone?: string | undefined;
}

/** How somebody reads by what their client says, where that makes sense. */
export const readingAs = (
  { locale, timeZone }: Seen,
  known: Pick<Settings, 'locale' | 'timeZone'> = NO_SETTINGS,
): Pick<Settings, 'locale' | 'timeZone'> => ({
  locale: isLocale(locale) ? locale : known.locale,
  timeZone: isZoneOfClient(timeZone) ? timeZone : known.timeZone,
});

/** The settings of a person, made at first sight from what their client says; later contacts correct the zone. */
export async function settingsOf(ctx: Context, person: PersonId, seen: Seen): Promise<Settings> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known = rows.find('settings')?.value;
    const { timeZone, locale } = readingAs(seen, known);
    if (known && known.timeZone === timeZone && known.locale === locale) return known;
    const next: Settings = { ...NO_SETTINGS, ...known, locale, timeZone };
    rows.put('settings', '', next);
    await rows.commit();
    return next;
  });
}

/** Mutes or unmutes announcements; what concerns the own pair always arrives. */
export async function saveSettings(
  ctx: Context,
  person: PersonId,
  { newsMuted }: Pick<Settings, 'newsMuted'>,
): Promise<Settings> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const row = rows.find('settings');
    if (row?.value.newsMuted === newsMuted) return row.value;
    const next = { ...NO_SETTINGS, ...row?.value, newsMuted };
    rows.put('settings', '', next);
    await rows.commit();
    return next;
  });
}

const isZoneOfClient = (zone: string | undefined): zone is string =>
  zone !== undefined && zone.length <= TIME_ZONE_MAX && isNamedZone(zone);

/** Longer than any tag that somebody reads in. */
const LOCALE_MAX = 35;
const isLocale = (locale: string | undefined): locale is string =>
  locale !== undefined && locale.length <= LOCALE_MAX && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale);
