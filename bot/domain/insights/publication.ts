import { dayFrom } from '#domain/basics/days.ts';
import type { Day, Instant, PersonId } from '#domain/basics/ids.ts';
import { toInstant } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import { type CohortPair, mentorsIn } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { ROLES, type Role } from '#domain/people/person.ts';
import { type CellOf, FEWEST, nextCells } from './cube.ts';
import { answersIn, isScale, STEPS, type Step, type StoredMeasure, whoDid } from './measures.ts';
import { type Cell, rounded } from './rounding.ts';
import { nextReading, type StepShown } from './steps.ts';

export const FUNNEL = ['invited', 'joined', 'introduced', 'paired'] as const;
/** What a champion administers by name anyway, as counts of people on one day. */
export type Funnel = Record<Role, Record<(typeof FUNNEL)[number], number>>;

/** Row `publication_<day>`: what was published that week. Written once, never changed, not by erasing either. */
export interface Publication {
  at: Instant;
  /** The last month that was over. */
  through: string;
  /** New this time. */
  cells: Cell[];
  /** As they read from this time on. */
  steps: Record<Step, StepShown>;
  funnel: Funnel;
}

/** What a publication is made of. */
export interface Seen {
  members: readonly (Pick<Member, 'role' | 'state'> & { person: PersonId })[];
  pairs: readonly CohortPair[];
  measures: readonly { id: string; value: StoredMeasure }[];
  pseudonymOf(person: PersonId): string;
  startsOn: Day;
  nowMs: number;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const MONDAY = 1;
/** What was said on the last day of a month is measured by then. */
const SETTLED_DAYS = 2;

/** The Monday of a week by UTC: the name of its one publication. */
export const weekOf = (nowMs: number): Day =>
  dayFrom(nowMs, -((new Date(nowMs).getUTCDay() - MONDAY + WEEK_DAYS) % WEEK_DAYS));

/** When the next week is published: on its Monday at 05:00 UTC, in ms since 1970. */
export function nextPublishing(nowMs: number): number {
  const HOUR_MS = 3_600_000;
  const thisWeek = Date.parse(weekOf(nowMs)) + 5 * HOUR_MS;
  return thisWeek > nowMs ? thisWeek : thisWeek + WEEK_DAYS * DAY_MS;
}

/** The last month, `YYYY-MM`, that has been over for two days. */
export function closedThrough(nowMs: number): string {
  const settled = new Date(nowMs - SETTLED_DAYS * DAY_MS);
  return new Date(Date.UTC(settled.getUTCFullYear(), settled.getUTCMonth(), 0)).toISOString().slice(0, 7);
}

/** What is published now, beside all that was, in their order. */
export function nextPublication(known: readonly Publication[], seen: Seen): Publication {
  const { measures, pseudonymOf, startsOn, nowMs } = seen;
  const through = closedThrough(nowMs);
  const paired = pairedPeople(seen.pairs);
  const count = (role: CellOf['role']) => ROLES.filter((one) => role === 'all' || role === one);
  const couldAnswer = (role: CellOf['role']) => new Set(count(role).flatMap((one) => [...paired[one]])).size;
  const before = known.at(-1)?.steps;
  const read = Object.fromEntries(
    STEPS.map((step) => {
      const could = isOfExecutives(step) ? [...paired.executive] : [...paired.executive, ...paired.mentor];
      const did = whoDid(measures, step);
      const of = new Set([...could.map(pseudonymOf), ...did]).size;
      return [step, nextReading(before?.[step], { count: did.size, of, on: dayFrom(nowMs, 0) })];
    }),
  ) as Publication['steps'];
  const steps = { ...read, met: metBeside(read, before) };
  const cells = nextCells(
    answersIn(measures),
    known.flatMap((one) => one.cells),
    { since: startsOn.slice(0, 7), through, couldAnswer },
  ).map((cell) => rounded(cell, mayTell(cell, couldAnswer(cell.role), steps)));
  return { at: toInstant(nowMs), through, cells, steps, funnel: funnelOf(seen) };
}

/**
 * Whoever meets has signed, as nearly all know: the difference of the two is a figure of its own. Where it is under five,
 * who has met stays as it was.
 */
function metBeside(
  { signed, met }: Publication['steps'],
  before: Publication['steps'] | undefined,
): StepShown {
  const isTooNear = signed.reads === 'some' && met.reads === 'some' && signed.count - met.count < FEWEST;
  if (!isTooNear) return met;
  return before?.met ?? { reads: 'tooFew', count: 0, of: met.of, on: met.on, least: 0 };
}

/**
 * Of how many people a figure may tell that they have answered: whoever did has met, or has signed. So of no more than
 * are published to have, and of at least five fewer than there are.
 */
const mayTell = ({ of }: CellOf, couldAnswer: number, { met, signed }: Publication['steps']): number =>
  Math.min(couldAnswer - FEWEST, isScale(of) ? signed.least : met.least);

/** Signing and meeting take two at once: one side of each pair is counted, or the half of a number would be a number. */
const isOfExecutives = (step: Step): boolean => step === 'signed' || step === 'met';

/** Everybody who is or was in a pair; an introduction that came to nothing is none. */
function pairedPeople(pairs: readonly CohortPair[]): Record<Role, ReadonlySet<PersonId>> {
  const became = pairs.filter(
    ({ state, closedAt }) => state === 'paired' || (state === 'closed' && closedAt),
  );
  return {
    executive: without(
      GONE,
      became.map(({ executive }) => executive),
    ),
    mentor: without(GONE, became.flatMap(mentorsIn)),
  };
}

const without = <T>(one: T, all: readonly T[]): ReadonlySet<T> => new Set(all.filter((each) => each !== one));

function funnelOf({ members, pairs }: Seen): Funnel {
  const paired = pairedPeople(pairs);
  const of = (role: Role) => {
    const own = members.filter((member) => member.role === role);
    return {
      invited: own.filter(({ state }) => state !== 'imported').length,
      joined: own.filter(({ state }) => state === 'joined').length,
      introduced: without(
        GONE,
        pairs.flatMap((pair) => (role === 'executive' ? [pair.executive] : mentorsIn(pair))),
      ).size,
      paired: paired[role].size,
    };
  };
  return { executive: of('executive'), mentor: of('mentor') };
}
