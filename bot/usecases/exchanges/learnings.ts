import type { LearningId, PairId, PersonId } from '#domain/basics/ids.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import {
  decideLearning,
  type Learning,
  type LearningWording,
  newLearning,
  ownLearning,
} from '#domain/exchanges/learning.ts';
import { holdTogether, type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import { idOfPress } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { rippleSoon } from './ripples.ts';

export interface LearningKept {
  open: OpenPair;
  learning: Learning;
}

/** Keeps what somebody learned, for themselves or for all of the pair. The same press keeps it once. */
export async function addLearning(
  ctx: Context,
  person: PersonId,
  id: PairId,
  wording: LearningWording,
  press = '',
): Promise<LearningKept> {
  const content = { pair: id, wording };
  const learning = idOfPress<LearningId>(ctx, { person }, { noun: 'learning', key: press, content });
  return retrying(ctx, () => addOne(ctx, person, id, { learning, wording }), TRIES_AT_ONCE);
}

/** The pair's row is written again with each, so that of two that come at once the second one counts the first. */
async function addOne(
  ctx: Context,
  person: PersonId,
  id: PairId,
  asked: { learning: LearningId; wording: LearningWording },
): Promise<LearningKept> {
  const open = await openSpace(ctx, person, id);
  const known = open.rows.find('learning', asked.learning)?.value;
  if (known) return { open, learning: known };
  requireRoom('learnings', open.rows.list('learning').filter(({ value }) => value.writer === person).length);
  const learning = newLearning(asked.learning, person, asked.wording, ctx.clock.now());
  holdTogether(open);
  open.rows.create('learning', learning.learning, learning);
  await write(ctx, open, learning);
  return { open, learning };
}

/** Its writer's alone: other words, or another audience. `seen` is the etag they had; an older one is a `Conflict`. */
export async function changeLearning(
  ctx: Context,
  person: PersonId,
  id: PairId,
  change: { learning: LearningId; wording: LearningWording; seen: string },
): Promise<LearningKept> {
  const open = await openSpace(ctx, person, id);
  const known = ownLearning(open.rows.find('learning', change.learning)?.value, person);
  const decided = decideLearning(known, change.wording, wholeNumber(change.seen));
  if (decided.kind === 'stale') throw new Conflict(`pairs/${id}/learning_${change.learning}`);
  if (decided.kind === 'unchanged') return { open, learning: known };
  open.rows.put('learning', change.learning, decided.learning);
  await write(ctx, open, decided.learning, known);
  return { open, learning: decided.learning };
}

/** Its writer's alone: gone for everybody, with what was counted of it. */
export async function removeLearning(
  ctx: Context,
  person: PersonId,
  id: PairId,
  learning: LearningId,
): Promise<void> {
  await retrying(ctx, async () => {
    const open = await openSpace(ctx, person, id);
    const known = ownLearning(open.rows.find('learning', learning)?.value, person);
    open.rows.remove('learning', learning);
    await write(ctx, open, known);
  });
}

/** One that is or was shared is counted anew, by a pointer written before the change. */
async function write(ctx: Context, { id, rows }: OpenPair, now: Learning, before = now): Promise<void> {
  const isCounted = [now, before].some(({ shared }) => shared);
  const { learning, writer: person } = now;
  if (isCounted) await ctx.due.pointAll([rippleSoon(ctx.clock.now(), { pair: id, learning, person })]);
  await rows.commit();
}
