import type { CohortPair, Member } from '#domain/cohort.ts';
import { asId, type PairId, type PersonId } from '#domain/ids.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import type { Pair } from '#domain/pair.ts';
import { emptyProfile, type Profile } from '#domain/person.ts';
import type { CohortRows } from './cohorts.ts';
import type { Context } from './context.ts';
import { type Managers, managerChain } from './managerChain.ts';
import { inParallel } from './parallel.ts';
import { Partition } from './partition.ts';
import { findPerson } from './people.ts';

export interface Joined extends Member {
  person: PersonId;
}

export const joinedIn = (rows: CohortRows): Joined[] =>
  rows
    .list('member')
    .map(({ id, value }) => ({ person: asId<PersonId>(id), ...value }))
    .filter(({ state }) => state === 'joined');

/** What matching may know of people who joined, from their own rows as they stand; `rows` holds kind `pair`. */
export async function loadMatchPeople(
  ctx: Context,
  rows: CohortRows,
  people: readonly Joined[],
): Promise<MatchPerson[]> {
  const managers: Managers = new Map();
  const met = partnersIn(rows.list('pair').map(({ value }) => value));
  return inParallel(people, async (joined) => {
    const { person, role, waiting } = joined;
    const own = await Partition.open(ctx, 'people', person, ['profile', 'slot', 'pair']);
    const profile: Profile = own.find('profile')?.value ?? emptyProfile('UTC', []);
    const [managerChainOf, excludes, partners] = await Promise.all([
      managerChain(ctx, managers, person),
      inParallel(profile.excludes, (mail) => findPerson(ctx, 'mail', mail)),
      inParallel(own.list('pair'), ({ id }) => partnersOf(ctx, asId(id), person)),
    ]);
    const { wants, offers, interests, languages, timeZone, meets } = profile;
    return {
      ...{ id: person, role, waiting, wants, offers, interests, languages, timeZone, meets },
      room: Math.max(0, profile.capacity - own.list('slot').length),
      managerChain: managerChainOf,
      excludes: excludes.filter((id) => id !== undefined),
      former: [...new Set([...partners.flat(), ...(met.get(person) ?? [])])],
    };
  });
}

function partnersIn(pairs: readonly CohortPair[]): Map<PersonId, PersonId[]> {
  const met = new Map<PersonId, PersonId[]>();
  const note = (one: PersonId, other: PersonId) => met.set(one, [...(met.get(one) ?? []), other]);
  for (const { executive, mentor } of pairs) {
    note(executive, mentor);
    note(mentor, executive);
  }
  return met;
}

async function partnersOf(ctx: Context, pair: PairId, person: PersonId): Promise<PersonId[]> {
  const row = await ctx.tables.find('pairs', pair, 'pair');
  const members = (row?.value as Pair | undefined)?.members ?? [];
  return members.map((member) => member.person).filter((id) => id !== person);
}
