import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Member } from '#domain/cohorts/member.ts';
import { isGathering, memberThere, whyStays } from '#domain/roster/moving.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { inviteNow } from '#usecases/cohorts/invitations.ts';
import { canMoveOver, moveOver } from '#usecases/enrolment/movingOver.ts';
import { withdraw } from '#usecases/pairs/introductions.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import { audit } from '#usecases/story/audit.ts';
import type { Context } from '#usecases/story/context.ts';
import { inChunks, inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { listRows } from '#usecases/story/rows.ts';
import { factsIn } from './movable.ts';

/** Members in one transaction, beside the audit. */
const BATCH = 45;

/** Which cohort people leave, for which one, and who moves them. */
export interface Move extends InCohort {
  to: CohortId;
}

/**
 * Moves whoever of these can be moved now: first they are on the other list, then they change over themselves, are
 * invited there, and are taken off this list last. So nobody is lost by a crash between, and whoever comes next goes on
 * with each where they are. The same invitation is sent once.
 */
export async function moveNow(ctx: Context, move: Move, people: readonly PersonId[]): Promise<void> {
  for (const chunk of inChunks(people, BATCH)) await retrying(ctx, () => moveSome(ctx, move, chunk));
}

interface Going {
  person: PersonId;
  member: Member;
}

async function moveSome(ctx: Context, move: Move, people: readonly PersonId[]): Promise<void> {
  const { cohort: from, person: by, to } = move;
  const members = people.map((person) => ['member', person] as const);
  const here = await Partition.pick(ctx, from, [['cohort'], ['champion', by], ...members]);
  const there = await Partition.pick(ctx, to, [['cohort'], ['champion', by], ...members]);
  const target = there.find('cohort')?.value;
  const going = await whoGoes(ctx, { move, here, there }, people);
  if (!target || going.length === 0) return;
  await addThere(ctx, { by, there }, going);
  const over = await inParallel(going, ({ person, member }) =>
    moveOver(ctx, person, { from, to, target }, member),
  );
  const moved = going.filter((_, n) => over[n]);
  const asked = moved.filter(({ member }) => member.state !== 'imported').map(({ person }) => person);
  if (asked.length > 0) await inviteNow(ctx, { cohort: to, person: by }, asked);
  for (const { person } of moved) await withdrawFrom(ctx, from, person);
  await takeAway(ctx, { by, here }, moved);
}

interface Sides {
  move: Move;
  here: OpenCohort;
  there: OpenCohort;
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
    if (!member) return [];
    const own = await Partition.open(ctx, 'people', person);
    if (!canMoveOver(own)) return [];
    const isOver = own.find('enrolment', from)?.value.movedTo === to;
    const mayGo =
      mayBegin && !hasSomebody(own, from) && !whyStays(member, { ...factsOf(person), isThere: false });
    return isOver || mayGo ? [{ person, member }] : [];
  });
  return looked.flat();
}

/** A place of theirs is taken: the cohort itself may know of an introduction a moment later. */
function hasSomebody(own: Partition<'people'>, cohort: CohortId): boolean {
  const taken = new Set(own.list('slot').map(({ value }) => value.pair as string));
  return own.list('pair').some(({ id, value }) => value.cohort === cohort && taken.has(id));
}

async function addThere(
  ctx: Context,
  { by, there }: { by: PersonId; there: OpenCohort },
  going: readonly Going[],
): Promise<void> {
  const target = there.find('cohort')?.value;
  const fresh = going.filter(({ person }) => !there.find('member', person));
  if (!target || fresh.length === 0) return;
  for (const { person, member } of fresh)
    there.put('member', person, memberThere(member, target, ctx.clock.now()));
  audit(ctx, there, { by, did: 'takeIn', about: `${fresh.length}` });
  await there.commit();
}

async function takeAway(
  ctx: Context,
  { by, here }: { by: PersonId; here: OpenCohort },
  moved: readonly Going[],
): Promise<void> {
  if (moved.length === 0) return;
  for (const { person } of moved) here.remove('member', person);
  audit(ctx, here, { by, did: 'moveAway', about: `${moved.length}` });
  await here.commit();
}

/** Whoever was introduced since they were looked at withdraws as quietly as anybody who leaves. */
async function withdrawFrom(ctx: Context, from: CohortId, person: PersonId): Promise<void> {
  const links = await listRows(ctx, 'people', person, 'pair');
  if (links.some(({ value }) => value.cohort === from)) await withdraw(ctx, person, from);
}
