import type { PersonId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { Announcement } from './announcement.ts';

type Known = Pick<Member, 'role' | 'state' | 'joinedAt'> & { person: PersonId };

/** So many count as those who went first: a handful that others followed. */
const FIRST_MOVERS = 10;

/** Who joined first of those who take part; whoever joined before days were kept comes before all. */
const firstMoversIn = (members: readonly Known[]): Known[] =>
  members
    .filter(({ state }) => state === 'joined')
    .sort((a, b) => ((a.joinedAt ?? '') < (b.joinedAt ?? '') ? -1 : a.joinedAt === b.joinedAt ? 0 : 1))
    .slice(0, FIRST_MOVERS);

/** Who gets an announcement: everybody who takes part or is invited, only those of one role, or who joined first. */
export function audienceOf(members: readonly Known[], audience: Announcement['audience']): PersonId[] {
  const meant =
    audience === 'firstMovers'
      ? firstMoversIn(members)
      : members
          .filter(({ state }) => state === 'joined' || state === 'invited')
          .filter(({ role }) => audience === 'everyone' || audience === `${role}s`);
  return meant.map(({ person }) => person);
}
