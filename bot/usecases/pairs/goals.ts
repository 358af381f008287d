import { type GoalId, type PairId, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import { decideGoal, type Goal, type GoalWording, newGoal } from '#domain/pairs/goals.ts';
import { idOfPress } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { firstNameIn, holdTogether, type OpenPair, openSpace } from './pairs.ts';

/** So many steps are shown, the first and the last ones; all are kept. */
const STEPS_SHOWN = 20;

const stepKey = (goal: GoalId, seq: number): string => `${goal}_${String(seq).padStart(4, '0')}`;

/** A goal as a member of the pair sees it, with the steps it took, oldest first. */
export interface GoalSeen extends Goal {
  isMine: boolean;
  ownerFirstName: string;
  steps: Goal[];
}

/** The goals of a pair whose space is open, in the order they were set. */
export async function listGoals(ctx: Context, person: PersonId, id: PairId): Promise<GoalSeen[]> {
  return viewOfGoals(await openSpace(ctx, person, id));
}

export function viewOfGoals(open: OpenPair): GoalSeen[] {
  const setAt = ({ goal, at }: Goal) => open.rows.find('goalstep', stepKey(goal, 1))?.value.at ?? at;
  return open.rows
    .list('goal')
    .map(({ value }) => value)
    .sort((a, b) => (setAt(a) < setAt(b) ? -1 : setAt(a) > setAt(b) ? 1 : 0))
    .map((goal) => viewOfGoal(open, goal));
}

const viewOfGoal = ({ rows, pair, me }: OpenPair, goal: Goal): GoalSeen => ({
  ...goal,
  isMine: goal.owner === me.person,
  ownerFirstName: firstNameIn(pair, goal.owner),
  steps: shownOf(
    rows
      .list('goalstep')
      .map(({ value }) => value)
      .filter((step) => step.goal === goal.goal),
  ),
});

/** How it began stays in sight, however often it has changed. */
const shownOf = (steps: Goal[]): Goal[] =>
  steps.length <= STEPS_SHOWN ? steps : [...steps.slice(0, 1), ...steps.slice(1 - STEPS_SHOWN)];

/** Either side adds a goal of their own; its first wording is the first step of its history. The same press adds one. */
export async function addGoal(
  ctx: Context,
  person: PersonId,
  id: PairId,
  wording: GoalWording,
  press = '',
): Promise<GoalSeen> {
  const content = { pair: id, wording };
  const goal = idOfPress<GoalId>(ctx, { person }, { noun: 'goal', key: press, content });
  return retrying(ctx, () => addOne(ctx, person, id, { goal, wording }), TRIES_AT_ONCE);
}

/** The pair's row is written again with each goal: of two that come at once, the second one counts the first. */
async function addOne(
  ctx: Context,
  person: PersonId,
  id: PairId,
  asked: { goal: GoalId; wording: GoalWording },
): Promise<GoalSeen> {
  const open = await openSpace(ctx, person, id);
  const { rows } = open;
  const known = rows.find('goal', asked.goal)?.value;
  if (known) return viewOfGoal(open, known);
  requireRoom('goalsEver', rows.list('goal').length);
  if (asked.wording.state === 'open') requireRoomForOpen(open);
  const goal = newGoal(asked.goal, person, asked.wording, toInstant(ctx.clock.now()));
  holdTogether(open);
  rows.create('goal', goal.goal, goal);
  rows.create('goalstep', stepKey(goal.goal, goal.seq), goal);
  await rows.commit();
  return viewOfGoal(open, goal);
}

const requireRoomForOpen = ({ rows }: OpenPair): void =>
  requireRoom('goals', rows.list('goal').filter(({ value }) => value.state === 'open').length);

/** Words a goal anew and keeps the step. `seen` is the goal's etag as the writer saw it; an older one is a `Conflict`. */
export async function changeGoal(
  ctx: Context,
  person: PersonId,
  id: PairId,
  change: { goal: GoalId; wording: GoalWording; seen: string },
): Promise<GoalSeen> {
  const open = await openSpace(ctx, person, id);
  const { rows } = open;
  const known = rows.find('goal', change.goal)?.value;
  if (!known) throw new Refusal('missing', 'pair:goals.missing');
  const decided = decideGoal(known, {
    by: person,
    wording: change.wording,
    seen: wholeNumber(change.seen),
    nowMs: ctx.clock.now(),
  });
  if (decided.kind === 'stale') throw new Conflict(`pairs/${id}/goal_${change.goal}`);
  if (decided.kind === 'unchanged') return viewOfGoal(open, known);
  if (known.state !== 'open' && decided.goal.state === 'open') {
    requireRoomForOpen(open);
    holdTogether(open);
  }
  rows.put('goal', change.goal, decided.goal);
  rows.create('goalstep', stepKey(change.goal, decided.goal.seq), decided.goal);
  await rows.commit();
  return viewOfGoal(open, decided.goal);
}
