import type { PersonId } from '#domain/basics/ids.ts';
import { type CohortPair, mentorsIn } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { Audience } from './announcement.ts';

interface Known {
  members: readonly (Pick<Member, 'role' | 'state' | 'joinedAt'> & { person: PersonId })[];
  /** Only asked for where `needsPairs`. */
  pairs: readonly Pick<CohortPair, 'executive' | 'mentor' | 'others' | 'state'>[];
}

/** Whoever said no, or not now, counts as invited: nobody reads an answer from a number. They get no news all the same. */
const ASKED = ['invited', 'passed', 'later'];

/** So many count as those who went first: a handful that others followed. */
const FIRST_MOVERS = 10;

/** Who joined first of those who take part; whoever joined before days were kept comes before all. */
const firstMoversIn = (members: Known['members']): Known['members'] =>
  members
    .filter(({ state }) => state === 'joined')
    .sort((a, b) => ((a.joinedAt ?? '') < (b.joinedAt ?? '') ? -1 : a.joinedAt === b.joinedAt ? 0 : 1))
    .slice(0, FIRST_MOVERS);

export const needsPairs = ({ status }: Audience): boolean => status === 'introduced' || status === 'paired';

/** Who gets an announcement, of whatever team: everybody who takes part or is invited, or only some of them. */
export function audienceOf({ members, pairs }: Known, { audience, status = 'all' }: Audience): PersonId[] {
  const inPairs = new Set(
    pairs.filter(({ state }) => state === status).flatMap((pair) => [pair.executive, ...mentorsIn(pair)]),
  );
  const has = { all: [...ASKED, 'joined'], invited: ASKED }[status as 'all' | 'invited'] ?? ['joined'];
  const meant = audience === 'firstMovers' ? firstMoversIn(members) : members;
  return meant
    .filter(({ state }) => has.includes(state))
    .filter(({ role }) => audience === 'everyone' || audience === 'firstMovers' || audience === `${role}s`)
    .filter(({ person }) => !needsPairs({ audience, status }) || inPairs.has(person))
    .map(({ person }) => person);
}
