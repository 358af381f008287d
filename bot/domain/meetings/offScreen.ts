import { dayFrom } from '#domain/basics/days.ts';
import { asId, type Day, type Instant, type OccurrenceId, toInstant, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { dayIn, momentOn } from '#domain/basics/workingDays.ts';
import type { MeetingWay } from '#domain/profile/profile.ts';
import type { Meeting } from './meetings.ts';

/** What somebody tells of a meeting away from Turntable. The way is empty where it was not said. */
export interface Told {
  day: Day;
  way: MeetingWay | '';
}

const NOON = 12;
/** How far back people tell of a meeting. */
const BACK_DAYS = 366;

/** A day that has come, not before the two were introduced, and not longer ago than people remember. */
export function requireTellable(
  day: Day,
  at: { introducedAt: Instant; timeZone: string; nowMs: number },
): void {
  if (day > dayIn(at.nowMs, at.timeZone)) throw new Refusal('invalid', 'pair:met.future');
  if (day < dayFrom(at.nowMs, -BACK_DAYS)) throw new Refusal('invalid', 'pair:met.longAgo');
  if (day < dayIn(toMs(at.introducedAt), at.timeZone)) throw new Refusal('invalid', 'pair:met.before');
}

/** An own id that follows from day and way: told twice, by whoever, it is one meeting. */
const idOf = ({ day, way }: Told): OccurrenceId => asId(`met-${day}-${way || 'some'}`);

/** The meeting as a row; it counts from noon of its day, or from now on the same morning. */
export function newOffScreen(told: Told, at: { timeZone: string; nowMs: number }): Meeting {
  const when = toInstant(Math.min(toMs(momentOn(told.day, NOON, at.timeZone)), at.nowMs));
  return {
    ...{ occurrence: idOf(told), teamsMeeting: '', teamsChat: '', offScreen: told },
    ...{ startedAt: when, plannedEnd: when, state: 'ended', endedAt: when, hasBegun: true },
  };
}

const fits = (one: MeetingWay | '', other: MeetingWay | ''): boolean =>
  one === other || one === '' || other === '';

/**
 * The meeting that is told of once more: one of the same day and way, where both say how; a call where it was one, or
 * nobody says how, is the meeting in Teams of that day.
 */
export function sameMeeting(
  meetings: readonly Meeting[],
  told: Told,
  at: { timeZone: string; nowMs: number },
): Meeting | undefined {
  const known = meetings.filter(({ offScreen }) => offScreen?.day === told.day);
  const same =
    known.find(({ offScreen }) => offScreen?.way === told.way) ??
    known.find(({ offScreen }) => fits(offScreen?.way ?? '', told.way));
  if (same) return same;
  if (told.way !== '' && told.way !== 'video') return undefined;
  return meetings.find(
    ({ offScreen, startedAt }) =>
      !offScreen && toMs(startedAt) <= at.nowMs && dayIn(toMs(startedAt), at.timeZone) === told.day,
  );
}

const WAYS: [MeetingWay, RegExp][] = [
  ['lunch', /\b(?:lunch|dinner|breakfast|ate|canteen|mittagessen|essen)\b/u],
  ['coffee', /\b(?:coffees?|tea|espresso|cafe|kaffee)\b/u],
  ['walk', /\b(?:walk(?:ed|s|ing)?|stroll(?:ed)?|spaziergang)\b/u],
  ['video', /\b(?:call(?:ed)?|video|zoom|teams|screen|online|phone|phoned|remote(?:ly)?)\b/u],
];

/** How two met, as a sentence says it; empty where it does not. */
export const wayIn = (text: string): MeetingWay | '' =>
  WAYS.find(([, pattern]) => pattern.test(text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')))?.[0] ??
  '';

const OTHERS =
  /\bwith (?:\p{Lu}\p{L}+|(?:my|our|the|a|an|some|another) (?!mentor|mentee|partner|match|executive|counterpart)\p{L}+)/u;

/** Whether a sentence says for certain that the two of a pair met: it tells, of *we* or by name, and of nobody else. */
export const isPlainlyMet = (text: string, isNamed: boolean): boolean =>
  !text.includes('?') && (isNamed || (/\bwe\b/iu.test(text) && !OTHERS.test(text)));
