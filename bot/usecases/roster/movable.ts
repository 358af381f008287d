import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import { type ContactStanding, contactStanding } from '#domain/cohorts/contactPerson.ts';
import { pairsByPerson } from '#domain/cohorts/unmatched.ts';
import { isRunning } from '#domain/matching/progress.ts';
import { isGathering, type MoveFacts } from '#domain/roster/moving.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { readRound, roundsIn } from '#usecases/matching/view.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';

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
): Promise<(person: PersonId) => Omit<MoveFacts, 'isThere'>> {
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

/** Who of these is on the list of `to`, but for those whose move there has begun. */
export async function whoIsThere(
  ctx: Context,
  { from, to }: { from: CohortId; to: CohortId },
  people: readonly PersonId[],
): Promise<Set<PersonId>> {
  const members = await membersAmong(ctx, to, people);
  const isOnTheWay = async (person: PersonId): Promise<boolean> =>
    (await findRow(ctx, 'people', person, 'enrolment', from))?.value.movedTo === to;
  const begun = await inParallel(members, isOnTheWay);
  return new Set(members.filter((_, n) => !begun[n]));
}

async function membersAmong(
  ctx: Context,
  cohort: CohortId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  if (people.length <= PICKED) {
    const rows = await Partition.pick(
      ctx,
      cohort,
      people.map((person) => ['member', person] as const),
    );
    return people.filter((person) => rows.find('member', person));
  }
  const rows = await listRows(ctx, 'cohorts', cohort, 'member');
  const there = new Set(rows.map(({ key }) => key.slice('member_'.length)));
  return people.filter((person) => there.has(person));
}
