import type { PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { USUAL_HOURS, type WorkWeek, weekendOf } from '#domain/basics/workingDays.ts';
import { isNamedZone } from '#domain/basics/zone.ts';
import { areHours, type Channel, type Settings, TIME_ZONE_MAX } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { projectNamed } from './beingNamed.ts';
import { putChannel } from './people.ts';

/** How somebody reads of whom nothing is known yet. */
export const NO_SETTINGS: Settings = { locale: 'en', timeZone: 'UTC', newsMuted: false };

interface Seen {
  locale?: string | undefined;
  timeZone?: string | undefined;
  /** What the token of a visit says; nothing is said in a chat. */
  maySponsor?: boolean;
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
export const settingsOf = (ctx: Context, person: PersonId, seen: Seen): Promise<Settings> =>
  retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const settings = putSettings(rows, seen);
    await rows.commit();
    return settings;
  });

/**
 * Somebody speaks in their own chat: where the bot reaches them from now on, and how they read, in one write.
 * `isNew`: the bot could not reach them before.
 */
export const noteChat = (
  ctx: Context,
  person: PersonId,
  { channel, ...seen }: Seen & { channel: Channel },
): Promise<{ isNew: boolean; settings: Settings }> =>
  retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const isNew = putChannel(rows, channel);
    const settings = putSettings(rows, seen);
    await rows.commit();
    return { isNew, settings };
  });

function putSettings(rows: Partition<'people'>, seen: Seen): Settings {
  const known = rows.find('settings')?.value;
  const { timeZone, locale } = readingAs(seen, known);
  const maySponsor = seen.maySponsor ?? known?.maySponsor ?? false;
  const isKnown = known?.timeZone === timeZone && known.locale === locale;
  if (isKnown && (known.maySponsor ?? false) === maySponsor) return known;
  const next: Settings = { ...NO_SETTINGS, ...known, locale, timeZone };
  if (maySponsor) next.maySponsor = true;
  else delete next.maySponsor;
  rows.put('settings', '', next);
  return next;
}

type Chosen = Pick<Settings, 'newsMuted' | 'nudgesMuted' | 'hours' | 'named'>;
type Wanted = { [Name in keyof Chosen]?: Chosen[Name] | undefined };

/**
 * What may reach somebody, and when, and whether they are named; what they leave out stays. What concerns their own
 * pair always arrives. Who is named no more is gone from every cohort when this is answered.
 */
export async function saveSettings(ctx: Context, person: PersonId, wanted: Wanted): Promise<Settings> {
  if (wanted.hours && !areHours(wanted.hours)) throw new Refusal('invalid', 'common:hours');
  let isNamedAnew = false;
  const saved = await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const known: Settings = { ...NO_SETTINGS, ...rows.find('settings')?.value };
    const said = Object.entries(wanted).filter(([, value]) => value !== undefined);
    const next: Settings = { ...known, ...Object.fromEntries(said) };
    if (JSON.stringify(next) === JSON.stringify(known)) return known;
    rows.put('settings', '', next);
    isNamedAnew = (next.named ?? false) !== (known.named ?? false);
    if (isNamedAnew) rows.tell({ kind: 'projectNamed', person });
    await rows.commit();
    return next;
  });
  if (isNamedAnew) await projectNamed(ctx, person);
  return saved;
}

/** When somebody may be reached by what can wait. */
export const workWeekOf = ({
  timeZone,
  locale,
  hours = USUAL_HOURS,
}: Pick<Settings, 'timeZone' | 'locale' | 'hours'>): WorkWeek => ({
  timeZone,
  hours,
  weekend: weekendOf(locale),
});

/** How one person is reached, from their own partition: settings, and the zone of the profile until one was seen. */
export const settingsIn = (rows: Partition<'people'>): Settings =>
  settingsFrom(rows.find('settings')?.value, rows.find('profile')?.value.timeZone);

/** The same from what was read of them: `timeZone` is that of the profile. */
export const settingsFrom = (known: Settings | undefined, timeZone = NO_SETTINGS.timeZone): Settings => ({
  ...NO_SETTINGS,
  timeZone,
  ...known,
});

/** Where somebody is, as they read times. */
export const zoneOf = async (ctx: Context, person: PersonId): Promise<string> =>
  settingsIn(await Partition.open(ctx, 'people', person)).timeZone;

const isZoneOfClient = (zone: string | undefined): zone is string =>
  zone !== undefined && zone.length <= TIME_ZONE_MAX && isNamedZone(zone);

/** Longer than any tag that somebody reads in. */
const LOCALE_MAX = 35;
const isLocale = (locale: string | undefined): locale is string =>
  locale !== undefined && locale.length <= LOCALE_MAX && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale);
