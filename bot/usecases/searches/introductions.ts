import { asId, type CohortId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Search, SearchMentor } from '#domain/searches/search.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { introduceAsTheyStand, pairIdFrom } from '#usecases/matching/introducing.ts';
import { joinedIn } from '#usecases/matching/matchPeople.ts';
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
  const rows = await Partition.openCohort(ctx, cohort, ['pair']);
  const made = { pair, cohort, executive, mentor, fit, asked: executive };
  const outcome = await introduceAsTheyStand(ctx, { rows, two: joinedIn(members) }, made);
  if (outcome === 'introduced') return 'introduced';
  if (outcome === 'unfit') return giveUp(ctx, [executive, mentor], pair);
  return (await hasRoom(ctx, executive)) ? 'cannot' : 'elsewhere';
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
