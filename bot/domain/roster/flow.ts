import type { Instant, PersonId } from '#domain/basics/ids.ts';
import type { Cohort, CohortPair } from '#domain/cohorts/cohort.ts';
import { isAway, type Member } from '#domain/cohorts/member.ts';
import { aloneSince, pairsByPerson } from '#domain/cohorts/unmatched.ts';
import type { Role } from '#domain/people/person.ts';
import { type Standing, standingOf } from './standing.ts';

/** Somebody who takes part and has nobody to meet. */
export interface Alone {
  person: PersonId;
  role: Role;
  since: Instant;
}

/** What a champion administers, counted in people as it is now: each step holds the next. */
export interface Flow {
  /** On the list and not invited yet. */
  fresh: number;
  invited: number;
  joined: number;
  introduced: number;
  paired: number;
  /** Invited, and has not joined. */
  unanswered: number;
  /** Without anybody, longest first. */
  alone: Alone[];
}

const AFTER: Record<'joined' | 'introduced' | 'paired', readonly Standing[]> = {
  joined: ['joined', 'introduced', 'paired'],
  introduced: ['introduced', 'paired'],
  paired: ['paired'],
};

/** How far everybody of a cohort is. Who is on leave counts as far as they came, and is not without anybody. */
export function flowOf(
  cohort: Pick<Cohort, 'startsOn' | 'createdAt'>,
  { members, pairs }: { members: readonly (Member & { person: PersonId })[]; pairs: readonly CohortPair[] },
  nowMs: number,
): Flow {
  const own = pairsByPerson(pairs);
  const seen = members.map((member) => {
    const theirs = own.get(member.person) ?? [];
    const { person, role } = member;
    const since = isAway(member, nowMs) ? undefined : aloneSince(cohort, member, theirs);
    return { person, role, standing: standingOf(member, theirs), since };
  });
  const count = (is: readonly Standing[]) => seen.filter(({ standing }) => is.includes(standing)).length;
  const unanswered = count(['invited']);
  return {
    fresh: count(['imported']),
    invited: unanswered + count(AFTER.joined),
    joined: count(AFTER.joined),
    introduced: count(AFTER.introduced),
    paired: count(AFTER.paired),
    unanswered,
    alone: seen
      .flatMap(({ since, ...one }) => (since ? [{ person: one.person, role: one.role, since }] : []))
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.person < b.person ? -1 : 1)),
  };
}
