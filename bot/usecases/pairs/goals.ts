import { asId, type GoalId, type PairId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { decideGoal, type GoalWording, MAX_GOALS, newGoal } from '#domain/pairs/goals.ts';
import type { Context } from '#usecases/story/context.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { openSpace } from './pairs.ts';

const stepKey = (goal: GoalId, seq: number): string => `${goal}_${String(seq).padStart(4, '0')}`;

/** Either side adds a goal of their own; its first wording is the first step of its history. */
export async function addGoal(
  ctx: Context,
  person: PersonId,
  id: PairId,
  wording: GoalWording,
): Promise<void> {
  const { rows } = await openSpace(ctx, person, id);
  if (rows.list('goal').length >= MAX_GOALS) {
    throw new Refusal('conflict', 'pair:goals.tooMany', { max: MAX_GOALS });
  }
  const goal = newGoal(asId(ctx.ids.next('goal')), person, wording, toInstant(ctx.clock.now()));
  rows.create('goal', goal.goal, goal);
  rows.create('goalstep', stepKey(goal.goal, goal.seq), goal);
  await rows.commit();
}

/** Words a goal anew and keeps the step. `seen` is the goal's etag as the writer saw it; an older one is a `Conflict`. */
export async function changeGoal(
  ctx: Context,
  person: PersonId,
  id: PairId,
  change: { goal: GoalId; wording: GoalWording; seen: string },
): Promise<void> {
  const { rows } = await openSpace(ctx, person, id);
  const known = rows.find('goal', change.goal)?.value;
  if (!known) throw new Refusal('missing', 'pair:goals.missing');
  const decided = decideGoal(known, {
    by: person,
    wording: change.wording,
    seen: Number(change.seen),
    nowMs: ctx.clock.now(),
  });
  if (decided.kind === 'stale') throw new Conflict(`pairs/${id}/goal_${change.goal}`);
  if (decided.kind === 'unchanged') return;
  rows.put('goal', change.goal, decided.goal);
  rows.create('goalstep', stepKey(change.goal, decided.goal.seq), decided.goal);
  await rows.commit();
}
