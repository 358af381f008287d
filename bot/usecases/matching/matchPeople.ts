import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { type CohortPair, languagesIn, mentorsIn } from '#domain/cohorts/cohort.ts';
import { isAway, type Member } from '#domain/cohorts/member.ts';
import { departmentWritten } from '#domain/matching/circles/mix.ts';
import { marksOf, onlyShared } from '#domain/matching/marks.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import { keepsApart } from '#domain/pairs/introduction.ts';
import type { Pair } from '#domain/pairs/pair.ts';
import { factsHolding } from '#domain/people/said.ts';
import { type Exclusion, findExcluded, type Nameable } from '#domain/profile/exclusions.ts';
import { emptyProfile, type Profile } from '#domain/profile/profile.ts';
import { cohortOf, type OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { findPair, othersIn } from '#usecases/pairs/pairs.ts';
import { type Managers, managerChain } from '#usecases/people/managerChain.ts';
import { zoneOf } from '#usecases/people/settings.ts';
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

/** Who may meet somebody new: not those on leave. Whoever `asks` is here, whatever is known of a leave. */
export async function presentIn(ctx: Context, rows: OpenCohort, asks?: PersonId): Promise<Joined[]> {
  const joined = joinedIn(rows);
  const noted = joined.filter(({ person, awayUntil }) => awayUntil !== undefined && person !== asks);
  const nowMs = ctx.clock.now();
  const zones = await inParallel(noted, ({ person }) => zoneOf(ctx, person));
  const away = new Set(noted.filter((one, n) => isAway(one, nowMs, zones[n])));
  return joined.filter((one) => !away.has(one));
}

/** Somebody as read, before it is known whom among the others they would rather not meet. */
export interface Loaded {
  one: Omit<MatchPerson, 'excludes'>;
  named: Nameable;
  excludes: readonly Exclusion[];
}

/** What matching may know of people who joined, from their own rows as they stand; `rows` holds kind `pair`. */
export async function loadMatchPeople(
  ctx: Context,
  rows: OpenCohort,
  people: readonly Joined[],
): Promise<MatchPerson[]> {
  return toMatchPeople(await loadPeople(ctx, rows, people));
}

/** Whom exclusions mean is found among these people, as they are known now. */
export function toMatchPeople(people: readonly Loaded[]): MatchPerson[] {
  const excluded = findExcluded(people.map(({ named }) => named));
  const all = people.map(({ one, excludes }) => ({
    ...one,
    excludes: excluded(excludes).filter((id) => id !== one.id),
  }));
  return onlyShared(all);
}

export async function loadPeople(
  ctx: Context,
  rows: OpenCohort,
  people: readonly Joined[],
): Promise<Loaded[]> {
  const managers: Managers = new Map();
  const here = byMember(rows.list('pair'));
  const cohort = asId<CohortId>(rows.id);
  const prefers = rows.find('cohort')?.value.prefers;
  const about = await cohortOf(ctx, cohort);
  return inParallel(people, async (joined) => {
    const { person, role, waiting } = joined;
    const own = await Partition.open(ctx, 'people', person);
    const profile: Profile = own.find('profile')?.value ?? emptyProfile('UTC', []);
    const [managerChainOf, pairs] = await Promise.all([
      managerChain(ctx, managers, { cohort, person }),
      inParallel(own.list('pair'), async ({ id }) => ({ id, pair: await findPair(ctx, asId(id)) })),
    ]);
    const { wants, offers, interests, timeZone, meets, excludes } = profile;
    const named = nameableOf(own, joined, cohort);
    const one = {
      ...{ id: person, role, waiting, wants, offers, interests, timeZone, meets },
      languages: languagesIn(about ?? {}, profile.languages),
      room: Math.max(0, profile.capacity - own.list('slot').length),
      managerChain: managerChainOf,
      former: formerOf(person, pairs, here.get(person) ?? []),
      ...(about?.circle?.mixed && { department: departmentWritten(named.department) }),
      ...(prefers && {
        marks: marksOf(prefers, { department: named.department, attributes: joined.attributes }),
      }),
    };
    return { one, excludes, named };
  });
}

/** By everything their account says, and what is said of them here. */
function nameableOf(
  own: Partition<'people'>,
  { person, addresses = [] }: Joined,
  cohort: CohortId,
): Nameable {
  const known = own.find('person')?.value;
  const said = factsHolding(cohort, own.list('said'));
  return {
    id: person,
    directoryId: known?.directoryId ?? '',
    addresses: [
      ...(known ? [known.mail, known.signInName, ...known.addresses] : []),
      said.mail,
      ...addresses,
    ],
    names: [known?.name ?? '', said.name],
    department: said.department,
  };
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
    const all = [value.executive, ...mentorsIn(value)];
    for (const one of all) for (const partner of all) if (one !== partner) note(one, { pair: id, partner });
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
