import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Cohort } from '#domain/cohorts/cohort.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { isGathering, memberThere, whyStays } from '#domain/roster/moving.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { inviteNow } from '#usecases/cohorts/invitations.ts';
import { canMoveOver, hasLeft, moveOver } from '#usecases/enrolment/movingOver.ts';
import { withdraw } from '#usecases/pairs/introductions.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { listRows } from '#usecases/story/rows.ts';
import { factsIn } from './movable.ts';

/** Members in one transaction, beside the audit. */
const BATCH = 45;

/** Which cohort people leave, for which one, and who moves them. */
export interface Move extends InCohort {
  to: CohortId;
}

/**
 * Moves whoever of these can be moved now. First their row here says where they go, so that only one move at a time goes
 * on; then they change over themselves, are on the other list, are invited there, and are taken off this list last. So
 * nobody is lost by a crash between, and whoever comes next goes on with each where they are. The same invitation is
 * sent once.
 */
export async function moveNow(ctx: Context, move: Move, people: readonly PersonId[]): Promise<void> {
  for (const chunk of inChunks(people, BATCH)) await retrying(ctx, () => moveSome(ctx, move, chunk));
}

interface Going {
  person: PersonId;
  member: Member;
}

interface Sides {
  move: Move;
  here: OpenCohort;
  there: OpenCohort;
}

async function moveSome(ctx: Context, move: Move, people: readonly PersonId[]): Promise<void> {
  const { cohort: from, person: by, to } = move;
  const members = people.map((person) => ['member', person] as const);
  const here = await Partition.pick(ctx, from, [['cohort'], ['champion', by], ...members]);
  const there = await Partition.pick(ctx, to, [['cohort'], ['champion', by], ...members]);
  const [cohort, target] = [here, there].map((rows) => rows.find('cohort')?.value);
  if (!cohort || !target) return;
  const sides = { move, here, there };
  const going = await whoGoes(ctx, sides, people);
  for (const { person, member } of going)
    if (!member.movingTo) here.put('member', person, { ...member, movingTo: to });
  await here.commit();
  const over = await inParallel(going, ({ person, member }) =>
    moveOver(ctx, person, { from, to, cohort }, member),
  );
  const moved = await addThere(ctx, sides, { target, going: going.filter((_, n) => over[n]) });
  const asked = moved.filter(({ member }) => member.state !== 'imported').map(({ person }) => person);
  if (asked.length > 0) await inviteNow(ctx, { cohort: to, person: by }, asked);
  for (const { person } of moved) await withdrawFrom(ctx, from, person);
  await takeAway(ctx, sides, { people, moved });
}

/** Who is here still and can be moved; whoever has changed over themselves goes in any case. */
async function whoGoes(
  ctx: Context,
  { move, here, there }: Sides,
  people: readonly PersonId[],
): Promise<Going[]> {
  const { cohort: from, person: by, to } = move;
  const target = there.find('cohort')?.value;
  const mayBegin =
    target !== undefined &&
    isGathering(target, ctx.clock.now()) &&
    [here, there].every((rows) => rows.find('champion', by));
  const factsOf = await factsIn(ctx, from, here);
  const looked = await inParallel(people, async (person): Promise<Going[]> => {
    const member = here.find('member', person)?.value;
    if (!member || (member.movingTo ?? to) !== to) return [];
    const own = await Partition.open(ctx, 'people', person);
    if (!canMoveOver(own)) return [];
    // Whoever is on the list anew may have been moved there at an earlier time.
    const isBegun = member.movingTo === to || member.state !== 'imported';
    const isOver = isBegun && own.find('enrolment', from)?.value.movedTo === to;
    const mayGo =
      mayBegin &&
      !hasLeft(own, from) &&
      !hasSomebody(own, from) &&
      !whyStays(member, { ...factsOf(person), isThere: false, to });
    return isOver || mayGo ? [{ person, member }] : [];
  });
  return looked.flat();
}

/** A place of theirs is taken: the cohort itself may know of an introduction a moment later. */
function hasSomebody(own: Partition<'people'>, cohort: CohortId): boolean {
  const taken = new Set(own.list('slot').map(({ value }) => value.pair as string));
  return own.list('pair').some(({ id, value }) => value.cohort === cohort && taken.has(id));
}

/** Answers who is on the other list now: not whoever was erased meanwhile, of whom nothing stays there. */
async function addThere(
  ctx: Context,
  { move, there }: Sides,
  { target, going }: { target: Cohort; going: readonly Going[] },
): Promise<Going[]> {
  const fresh = going.filter(({ person }) => !there.find('member', person));
  if (fresh.length === 0) return [...going];
  for (const { person, member } of fresh)
    there.put('member', person, memberThere(member, target, ctx.clock.now()));
  // Written again as it is: a column that is dropped at the same moment is seen.
  if (going.some(({ member }) => member.attributes)) there.put('cohort', '', target);
  audit(ctx, there, { by: move.person, did: 'takeIn', about: `${fresh.length}` });
  await there.commit();
  anew(ctx);
  const gone = await inParallel(fresh, async ({ person }) => {
    const own = await Partition.open(ctx, 'people', person);
    return !own.find('person') || own.find('erasing') !== undefined;
  });
  const erased = new Set(fresh.filter((_, n) => gone[n]).map(({ person }) => person));
  for (const person of erased)
    await retrying(ctx, async () => {
      const rows = await Partition.pick(ctx, move.to, [['member', person]]);
      rows.remove('member', person);
      await rows.commit();
    });
  return going.filter(({ person }) => !erased.has(person));
}

/** Whoever does not go after all is free to be moved by others. */
async function takeAway(
  ctx: Context,
  { move, here }: Sides,
  { people, moved }: { people: readonly PersonId[]; moved: readonly Going[] },
): Promise<void> {
  for (const { person } of moved) here.remove('member', person);
  for (const person of people) {
    const { movingTo, ...member } = here.find('member', person)?.value ?? {};
    if (movingTo === move.to) here.put('member', person, member as Member);
  }
  if (moved.length > 0) audit(ctx, here, { by: move.person, did: 'moveAway', about: `${moved.length}` });
  await here.commit();
}

/** Whoever was introduced since they were looked at withdraws as quietly as anybody who leaves. */
async function withdrawFrom(ctx: Context, from: CohortId, person: PersonId): Promise<void> {
  const links = await listRows(ctx, 'people', person, 'pair');
  if (links.some(({ value }) => value.cohort === from)) await withdraw(ctx, person, from);
}
