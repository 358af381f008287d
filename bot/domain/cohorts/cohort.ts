import { dayFrom, yearsFrom } from '#domain/basics/days.ts';
import type { Day, Instant, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { KeptAttribute, Preference } from './attributes/attributes.ts';

export const COHORT_STATES = ['draft', 'enrolling', 'matching', 'running', 'closed'] as const;
export type CohortState = (typeof COHORT_STATES)[number];
export const COHORT_KINDS = ['pilot', 'wave'] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];
export const COHORT_NAME_MAX = 80;
/** The best fit there is, in permille. */
export const FIT_MAX = 1000;
/** From here on a fit reads “good”; a floor there keeps thin ones out. */
export const GOOD_FIT = 200;

/** How many mentors a circle has around its executive, at least and at most. */
export interface CircleSize {
  least: number;
  most: number;
  /** A project team: its people come from different departments. */
  mixed?: true | undefined;
}
/** What people meet in where that is no pair. */
export const MANY_FORMATS = ['circle', 'team'] as const;
export type ManyFormat = (typeof MANY_FORMATS)[number];
export const manyFormatOf = ({ circle }: { circle?: CircleSize }): ManyFormat | undefined =>
  circle && (circle.mixed ? 'team' : 'circle');
export const FEWEST_IN_CIRCLE = 2;
export const MOST_IN_CIRCLE = 5;
/** From how many departments the people of a project team come, at least. */
export const FEWEST_DEPARTMENTS = 2;

/** What taking part asks of somebody: one conversation, and a little to think about before and after. */
export const HOURS_PER_MONTH = 2;

export interface Cohort {
  name: string;
  kind: CohortKind;
  state: CohortState;
  startsOn: Day;
  endsOn: Day;
  /** Nobody is matched below this fit, in permille 0–1000. */
  fitFloor: number;
  /** One executive meets several mentors; missing where people meet in pairs. */
  circle?: CircleSize;
  /** In which languages its people may meet, ISO 639-1; missing for any that two have in common. */
  languages?: string[];
  /** What changes this time, as decided at the end of an earlier cohort; missing where nothing was carried over. */
  tweaks?: string[];
  /** What else is kept of its people, and in what its rounds would rather have two differ; missing for nothing. */
  attributes?: KeptAttribute[];
  /** Columns that are kept no more, as long as not all that they said of its people has gone. */
  forgets?: string[];
  prefers?: Preference[];
  createdAt: Instant;
}

/** A cohort may have begun so long ago, and lies within so many years. */
const BEGUN_DAYS = 31;
const WITHIN_YEARS = 5;

/** Refuses dates that are back to front, gone by or so far off that the year is wrong; a day of `was` is not doubted again. */
export function mustBeLikely(
  { startsOn, endsOn }: Pick<Cohort, 'startsOn' | 'endsOn'>,
  nowMs: number,
  was?: Pick<Cohort, 'startsOn' | 'endsOn'>,
): void {
  if (endsOn <= startsOn) throw new Refusal('invalid', 'cohort:endsBeforeStart');
  if (endsOn !== was?.endsOn && endsOn < dayFrom(nowMs, 0))
    throw new Refusal('invalid', 'cohort:endsInThePast');
  if (startsOn !== was?.startsOn && startsOn < dayFrom(nowMs, -BEGUN_DAYS))
    throw new Refusal('invalid', 'cohort:startsLongAgo');
  if (endsOn > yearsFrom(nowMs, WITHIN_YEARS))
    throw new Refusal('invalid', 'cohort:endsTooLate', { years: WITHIN_YEARS });
}

/** Which of somebody's languages count in a cohort. */
export const languagesIn = ({ languages }: Pick<Cohort, 'languages'>, spoken: readonly string[]): string[] =>
  spoken.filter((language) => !languages || languages.includes(language));

/** How people meet stays as it is where `circle` is missing, and in which languages where `languages` are; none are any. */
export type CohortChange = Pick<Cohort, 'name' | 'startsOn' | 'endsOn' | 'fitFloor' | 'languages'> & {
  circle?: CircleSize | null | undefined;
};

const sameLanguages = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((language) => other.includes(language));

const sameSize = (one: CircleSize | undefined, other: CircleSize | undefined): boolean =>
  one?.least === other?.least && one?.most === other?.most && one?.mixed === other?.mixed;

/** Once a round was published, how people meet stays. */
export const hasIntroduced = ({ state }: Cohort): boolean => state === 'running' || state === 'closed';

/** The cohort with what is asked for; undefined where nothing is different. Throws `Refusal` for days that cannot be. */
export function changedCohort(cohort: Cohort, asked: CohortChange, nowMs: number): Cohort | undefined {
  const { name, startsOn, endsOn, fitFloor, languages = cohort.languages ?? [] } = asked;
  const { circle: before, languages: spoken, ...rest } = cohort;
  const circle = asked.circle === undefined ? before : (asked.circle ?? undefined);
  if (!sameSize(before, circle) && hasIntroduced(cohort)) throw new Refusal('conflict', 'cohort:shapeFixed');
  const chosen = { ...(circle && { circle }), ...(languages.length > 0 && { languages }) };
  const next: Cohort = { ...rest, name, startsOn, endsOn, fitFloor, ...chosen };
  const isAsBefore = (['name', 'startsOn', 'endsOn', 'fitFloor'] as const).every(
    (key) => next[key] === cohort[key],
  );
  if (isAsBefore && sameSize(before, circle) && sameLanguages(spoken, languages)) return undefined;
  mustBeLikely(next, nowMs, cohort);
  return next;
}

/** Whether the last day of a cohort is over; a cohort ends for everybody at once, by UTC. */
export const isOver = (endsOn: Day, nowMs: number): boolean => endsOn < dayFrom(nowMs, 0);

/** The cohort as it is now: its last day over, it is closed. The pairs it made go on in their own year. */
export const asOf = (cohort: Cohort, nowMs: number): Cohort =>
  isOver(cohort.endsOn, nowMs) ? { ...cohort, state: 'closed' } : cohort;

/** Refuses what brings somebody new together once the cohort is over. */
export function mustGoOn(cohort: Cohort, nowMs: number): void {
  if (asOf(cohort, nowMs).state === 'closed') throw new Refusal('gone', 'cohort:ended');
}

/** A champion of this cohort. The row is the permission. */
export interface CohortChampion {
  since: Instant;
}

/** Row `pair_<pair>`: what the champion may know of a pair; a projection. */
export interface CohortPair {
  executive: PersonId;
  mentor: PersonId;
  /** Further mentors, of a circle. */
  others?: PersonId[];
  /** Introduced until both said yes; closed when it ended without saying how. */
  state: 'introduced' | 'paired' | 'closed';
  /** Missing where it was written before this was kept. */
  introducedAt?: Instant;
  /** Since when both have said yes; missing before, and where it was written before this was kept. */
  pairedAt?: Instant;
  /** When two who had been a pair ended; of an introduction nothing more is kept. */
  closedAt?: Instant;
}

export const mentorsIn = ({ mentor, others = [] }: Pick<CohortPair, 'mentor' | 'others'>): PersonId[] => [
  mentor,
  ...others,
];
