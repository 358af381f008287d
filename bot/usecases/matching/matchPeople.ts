import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { keepsApart } from '#domain/pairs/introduction.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { findPair, othersIn } from '#usecases/pairs/pairs.ts';
import { type Managers, managerChain } from '#usecases/people/managerChain.ts';
import { findPerson } from '#usecases/people/people.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';

export interface Joined extends Member {
  person: PersonId;
}

export const joinedIn = (rows: OpenCohort): Joined[] =>
  rows
    .list('member')
    .map(({ id, value }) => ({ person: asId<PersonId>(id), ...value }))
    .filter(({ state }) => state === 'joined');

/** What matching may know of people who joined, from their own rows as they stand; `rows` holds kind `pair`. */
export async function loadMatchPeople(
  ctx: Context,
  rows: OpenCohort,
  people: readonly Joined[],
): Promise<MatchPerson[]> {
  const managers: Managers = new Map();
  const here = byMember(rows.list('pair'));
  return inParallel(people, async (joined) => {
    const { person, role, waiting } = joined;
    const own = await Partition.open(ctx, 'people', person);
    const profile: Profile = own.find('profile')?.value ?? emptyProfile('UTC', []);
    const [managerChainOf, excludes, pairs] = await Promise.all([
      managerChain(ctx, managers, person),
      inParallel(profile.excludes, (mail) => findPerson(ctx, 'mail', mail)),
      inParallel(own.list('pair'), async ({ id }) => ({ id, pair: await findPair(ctx, asId(id)) })),
    ]);
    const { wants, offers, interests, languages, timeZone, meets } = profile;
    return {
      ...{ id: person, role, waiting, wants, offers, interests, languages, timeZone, meets },
      room: Math.max(0, profile.capacity - own.list('slot').length),
      managerChain: managerChainOf,
      excludes: excludes.filter((id) => id !== undefined),
      former: formerOf(person, pairs, here.get(person) ?? []),
    };
  });
}

/** One pair of this cohort, as one of its members has it. */
interface Met {
  pair: string;
  partner: PersonId;
}

function byMember(pairs: readonly { id: string; value: CohortPair }[]): Map<PersonId, Met[]> {
  const met = new Map<PersonId, Met[]>();
  const note = (one: PersonId, other: Met) => met.set(one, [...(met.get(one) ?? []), other]);
  for (const { id, value } of pairs) {
    note(value.executive, { pair: id, partner: value.mentor });
    note(value.mentor, { pair: id, partner: value.executive });
  }
  return met;
}

/** Whom a person was ever introduced to, in any cohort or in this one, except where both ask to meet again. */
function formerOf(
  person: PersonId,
  pairs: readonly { id: string; pair: Pair | undefined }[],
  here: readonly Met[],
): PersonId[] {
  const open = new Set(pairs.filter(({ pair }) => pair && !keepsApart(pair)).map(({ id }) => id));
  const anywhere = pairs
    .filter(({ id }) => !open.has(id))
    .flatMap(({ pair }) => (pair ? othersIn(pair, person) : []));
  const inCohort = here.filter(({ pair }) => !open.has(pair)).map(({ partner }) => partner);
  return [...new Set([...anywhere, ...inCohort])];
}
