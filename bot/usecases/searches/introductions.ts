import { asId, type CohortId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Search, SearchMentor } from '#domain/searches/search.ts';
import { cohortOf, type OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { introduceAsTheyStand, pairIdFrom } from '#usecases/matching/introducing.ts';
import { presentIn } from '#usecases/matching/matchPeople.ts';
import { keptForOthers } from '#usecases/matching/wishes.ts';
import { answerIntroduction } from '#usecases/pairs/introductions.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { releaseSlot } from '#usecases/pairs/slots.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';

export interface Searching {
  cohort: CohortId;
  /** The executive who looks for a mentor. */
  person: PersonId;
}

export const searchPairId = ({ cohort, person }: Searching, { search }: Search, mentor: PersonId): PairId =>
  pairIdFrom(cohort, person, search, mentor);

/** Introduces the executive to a mentor of the list, if the rules and both people's room still allow. */
export async function introduceTo(
  ctx: Context,
  { cohort, person: executive }: Searching,
  { mentor: { person: mentor, fit }, pair }: { mentor: SearchMentor; pair: PairId },
): Promise<'introduced' | 'cannot' | 'elsewhere' | 'closed'> {
  const about = await cohortOf(ctx, cohort);
  if (!about || about.state === 'closed') return (await findPair(ctx, pair)) ? 'introduced' : 'closed';
  const members = await Partition.pick(ctx, cohort, [
    ['member', executive],
    ['member', mentor],
  ]);
  const rows = await Partition.openCohort(ctx, cohort, ['pair', 'wish']);
  const made = { pair, cohort, executive, mentor, fit, asked: executive };
  if (await isKeptForOthers(ctx, rows, made)) return giveUp(ctx, [executive, mentor], pair);
  const two = await presentIn(ctx, members, executive);
  const outcome = await introduceAsTheyStand(ctx, { rows, two }, made);
  if (outcome === 'introduced') return 'introduced';
  if (outcome === 'unfit') return giveUp(ctx, [executive, mentor], pair);
  if (!(await hasRoom(ctx, executive))) return 'elsewhere';
  // The executive's place was taken for a moment by somebody who takes the same search further.
  if (await couldTake(ctx, mentor, executive)) throw new Conflict('the places of two people');
  return 'cannot';
}

/** Whether a mentor has a place left and was never linked to this executive. */
async function couldTake(ctx: Context, mentor: PersonId, executive: PersonId): Promise<boolean> {
  const rows = await Partition.open(ctx, 'people', mentor);
  if (rows.list('pair').some(({ value }) => value.partners?.includes(executive))) return false;
  return rows.list('slot').length < (rows.find('profile')?.value.capacity ?? 1);
}

/** Whether champions keep every place that the mentor has left for others; not once the two are introduced. */
async function isKeptForOthers(
  ctx: Context,
  rows: OpenCohort,
  { pair, executive, mentor }: { pair: PairId; executive: PersonId; mentor: PersonId },
): Promise<boolean> {
  const kept = keptForOthers(rows, { executive, mentor });
  if (kept === 0 || (await findPair(ctx, pair))) return false;
  const own = await Partition.open(ctx, 'people', mentor);
  const taken = own.list('slot').filter(({ value }) => value.pair !== pair).length;
  return taken + kept >= (own.find('profile')?.value.capacity ?? 1);
}

/**
 * Whether the executive has a place left. Throws `Conflict`, to look again, while one of them is taken for an
 * introduction that isn't made yet: somebody else is in the middle of it.
 */
async function hasRoom(ctx: Context, executive: PersonId): Promise<boolean> {
  const rows = await Partition.open(ctx, 'people', executive);
  const slots = rows.list('slot');
  const made = await Promise.all(slots.map(({ value }) => findPair(ctx, asId(value.pair))));
  if (made.includes(undefined)) throw new Conflict('an introduction is being made');
  return slots.length < (rows.find('profile')?.value.capacity ?? 1);
}

/** A run that broke off may have taken places for an introduction that nobody makes any more. */
export async function giveUp(ctx: Context, people: readonly PersonId[], pair: PairId): Promise<'cannot'> {
  for (const person of people) await releaseSlot(ctx, person, pair);
  return 'cannot';
}

/** Withdraws; the mentor's yes may have been faster. */
export async function isPairedAfterAll(ctx: Context, person: PersonId, pair: PairId): Promise<boolean> {
  try {
    await answerIntroduction(ctx, person, pair, 'notThisTime');
    return false;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.word === 'pair:answer.alreadyPaired';
  }
}
