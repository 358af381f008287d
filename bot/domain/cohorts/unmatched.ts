import { type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { type Cohort, type CohortPair, mentorsIn } from './cohort.ts';
import { isAway, type Member } from './member.ts';

const DAY_MS = 86_400_000;
/** Six weeks without anybody to meet: a month's rhythm, and a round that came and went. */
const LONG_DAYS = 42;
/** A count of fewer people than that reads "a few". */
const FEW = 5;

/** How many are without anybody for long: `few` stands for one to four. */
export type Unmatched = number | 'few';

/** Since when somebody takes part and has nobody to meet, with their pairs of this cohort; undefined for everybody else. */
export function aloneSince(
  { startsOn, createdAt }: Pick<Cohort, 'startsOn' | 'createdAt'>,
  { state, joinedAt }: Pick<Member, 'state' | 'joinedAt'>,
  pairs: readonly CohortPair[],
): Instant | undefined {
  if (state !== 'joined' || pairs.some((pair) => pair.state !== 'closed')) return undefined;
  const began = later(createdAt, toInstant(Date.parse(startsOn)));
  const last = pairs.flatMap(({ introducedAt, closedAt }) => closedAt ?? introducedAt ?? []);
  return [joinedAt ?? began, ...last].reduce(later);
}

/** The pairs of each person, in their order. */
export function pairsByPerson(pairs: readonly CohortPair[]): Map<PersonId, CohortPair[]> {
  const by = new Map<PersonId, CohortPair[]>();
  for (const pair of pairs)
    for (const person of [pair.executive, ...mentorsIn(pair)]) {
      const own = by.get(person);
      if (own) own.push(pair);
      else by.set(person, [pair]);
    }
  return by;
}

/** Who takes part, is not on leave and has had nobody to meet for weeks, as a number that points at nobody. */
export function unmatchedForLong(
  cohort: Pick<Cohort, 'startsOn' | 'createdAt'>,
  { members, pairs }: { members: readonly (Member & { person: PersonId })[]; pairs: readonly CohortPair[] },
  nowMs: number,
): Unmatched {
  const before = toInstant(nowMs - LONG_DAYS * DAY_MS);
  const own = pairsByPerson(pairs);
  const count = members.filter((member) => {
    const since = isAway(member, nowMs)
      ? undefined
      : aloneSince(cohort, member, own.get(member.person) ?? []);
    return since !== undefined && since < before;
  }).length;
  return count > 0 && count < FEW ? 'few' : count;
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
