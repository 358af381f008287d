import { type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { type Cohort, type CohortPair, mentorsIn } from './cohort.ts';
import type { Member } from './member.ts';

const DAY_MS = 86_400_000;
/** Six weeks without anybody to meet: a month's rhythm, and a round that came and went. */
const LONG_DAYS = 42;
/** A count of fewer people than that reads "a few". */
const FEW = 5;

/** How many are without anybody for long: `few` stands for one to four. */
export type Unmatched = number | 'few';

/** Who takes part and has had nobody to meet for weeks, as a number that points at nobody. */
export function unmatchedForLong(
  { startsOn, createdAt }: Pick<Cohort, 'startsOn' | 'createdAt'>,
  { members, pairs }: { members: readonly (Member & { person: PersonId })[]; pairs: readonly CohortPair[] },
  nowMs: number,
): Unmatched {
  const before = toInstant(nowMs - LONG_DAYS * DAY_MS);
  const began = later(createdAt, toInstant(Date.parse(startsOn)));
  const count = members.filter(({ person, state, joinedAt }) => {
    if (state !== 'joined') return false;
    const own = pairs.filter((pair) => pair.executive === person || mentorsIn(pair).includes(person));
    if (own.some((pair) => pair.state !== 'closed')) return false;
    const last = own.flatMap(({ introducedAt, closedAt }) => closedAt ?? introducedAt ?? []);
    return [joinedAt ?? began, ...last].reduce(later) < before;
  }).length;
  return count > 0 && count < FEW ? 'few' : count;
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
