import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import { type ContactStanding, contactStanding } from '#domain/cohorts/contactPerson.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { pairsByPerson } from '#domain/cohorts/unmatched.ts';
import { isRunning } from '#domain/matching/progress.ts';
import { isGathering, type MoveFacts } from '#domain/roster/moving.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { readRound, roundsIn } from '#usecases/matching/view.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

/** More than so many members are read with all the others. */
const PICKED = 100;

/** A cohort to which a champion can move people; `contact`: nobody is invited before somebody has accepted to be it. */
export interface MoveTarget {
  cohort: CohortId;
  name: string;
  contact: ContactStanding;
}

/** The other cohorts of a champion that still gather people, by name. */
export async function listTargets(ctx: Context, at: InCohort): Promise<MoveTarget[]> {
  const own = await Partition.open(ctx, 'people', at.person);
  const others = own.list('champion').filter(({ id }) => id !== at.cohort);
  const targets = await inParallel(others, async ({ id }) => {
    const rows = await Partition.openCohort(ctx, id, ['cohort', 'contact']);
    await rows.alsoRows([['champion', at.person]]);
    const about = rows.find('cohort')?.value;
    if (!about || !rows.find('champion', at.person) || !isGathering(about, ctx.clock.now())) return [];
    const contact = contactStanding(rows.list('contact').map(({ value }) => value));
    return [{ cohort: asId<CohortId>(id), name: about.name, contact }];
  });
  return targets.flat().sort((a, b) => a.name.localeCompare(b.name) || (a.cohort < b.cohort ? -1 : 1));
}

/** What tells who of a cohort can be moved, of its open `rows`. */
export async function factsIn(
  ctx: Context,
  cohort: CohortId,
  rows: OpenCohort,
): Promise<(person: PersonId) => Omit<MoveFacts, 'isThere' | 'to'>> {
  // Whoever has not joined is in no round, and has nobody.
  if (!rows.list('member').some(({ value }) => value.state === 'joined'))
    return () => ({ pairs: [], isProposed: false });
  await rows.also(['pair', 'round', 'run']);
  const pairs = pairsByPerson(rows.list('pair').map(({ value }) => value));
  const open = roundsIn(rows).filter(({ state }) => state === 'reviewed' || state === 'publishing');
  const read = await Promise.all(open.map((round) => readRound(ctx, cohort, round)));
  const proposals = read.flatMap(({ proposals: all }) => all).filter(({ state }) => state === 'proposed');
  const proposed = new Set(proposals.flatMap(({ executive, mentor }) => [executive, mentor]));
  proposed.delete(GONE);
  const isBeingRun = isRunning(rows.find('run')?.value, ctx.clock.now());
  return (person) => ({
    pairs: pairs.get(person) ?? [],
    isProposed: isBeingRun || proposed.has(person),
  });
}

interface Way {
  from: CohortId;
  to: CohortId;
}

/**
 * Who of these members is on the list of `to`, but for those whose move there has begun, and whoever was moved there and
 * is listed here once more as the same.
 */
export async function whoIsThere(
  ctx: Context,
  way: Way,
  people: ReadonlyMap<PersonId, Member>,
): Promise<Set<PersonId>> {
  const there = await membersAmong(ctx, way.to, [...people.keys()]);
  const known = [...there.keys()];
  const begun = await inParallel(known, async (person) => {
    const member = people.get(person);
    if (member?.movingTo === way.to) return true;
    return member?.role === there.get(person)?.role && (await isMoved(ctx, way, person));
  });
  return new Set(known.filter((_, n) => !begun[n]));
}

/** Who of these has been moved: on the list there, on that of here no more. */
export async function whoWent(ctx: Context, way: Way, people: readonly PersonId[]): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const there = await membersAmong(ctx, way.to, people);
  const here = await membersAmong(ctx, way.from, [...there.keys()]);
  const away = [...there.keys()].filter((person) => !here.has(person));
  const went = await inParallel(away, (person) => isMoved(ctx, way, person));
  return away.filter((_, n) => went[n]);
}

const isMoved = async (ctx: Context, { from, to }: Way, person: PersonId): Promise<boolean> =>
  (await findRow(ctx, 'people', person, 'enrolment', from))?.value.movedTo === to;

async function membersAmong(
  ctx: Context,
  cohort: CohortId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Member>> {
  const keys = people.map((person) => ['member', person] as const);
  const rows =
    people.length <= PICKED
      ? await Partition.pick(ctx, cohort, keys)
      : await Partition.openCohort(ctx, cohort, ['member']);
  return new Map(
    people.flatMap((person) => {
      const member = rows.find('member', person)?.value;
      return member ? [[person, member] as const] : [];
    }),
  );
}
