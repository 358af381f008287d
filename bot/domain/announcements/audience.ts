import type { PersonId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { Announcement } from './announcement.ts';

/** Who gets an announcement: everybody who takes part or is invited, or only those of one role. */
export const audienceOf = (
  members: readonly (Pick<Member, 'role' | 'state'> & { person: PersonId })[],
  audience: Announcement['audience'],
): PersonId[] =>
  members
    .filter(({ state }) => state === 'joined' || state === 'invited')
    .filter(({ role }) => audience === 'everyone' || audience === `${role}s`)
    .map(({ person }) => person);
