import { createHash } from 'node:crypto';
import type { Cohort } from '#domain/cohort.ts';
import { asId, type CohortId, type PairId, type PersonId } from '#domain/ids.ts';
import { reasonsOf } from '#domain/matching/fit.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import { withOwnWords } from '#domain/reasons.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Search, SearchMentor } from '#domain/search.ts';
import type { Context } from './context.ts';
import { answerIntroduction, introduce } from './introductions.ts';
import { joinedIn, loadMatchPeople } from './matchPeople.ts';
import { Partition } from './partition.ts';
import { Conflict } from './ports.ts';
import { ownWordsOf } from './publication.ts';
import { releaseSlot } from './slots.ts';

export interface Searching {
  cohort: CohortId;
  /** The executive who looks for a mentor. */
  person: PersonId;
}

/** The same for the same two in the same search, so that an introduction made twice is one. */
export const searchPairId = ({ cohort, person }: Searching, { search }: Search, mentor: PersonId): PairId =>
  asId<PairId>(
    createHash('sha256').update(`${cohort}\n${person}\n${search}\n${mentor}`).digest('hex').slice(0, 24),
  );

/** Looks once more as people stand now: since the list was made somebody may have left, changed or been met. */
export async function introduceTo(
  ctx: Context,
  at: Searching,
  { mentor, pair }: { mentor: SearchMentor; pair: PairId },
): Promise<'introduced' | 'cannot' | 'elsewhere' | 'closed'> {
  const isMade = async () => (await ctx.tables.find('pairs', pair, 'pair')) !== undefined;
  if (await isMade()) return 'introduced';
  const { cohort, person: executive } = at;
  const about = (await ctx.tables.find('cohorts', cohort, 'cohort'))?.value as Cohort | undefined;
  if (!about || about.state === 'closed') return 'closed';
  const two = joinedIn(
    await Partition.pick(ctx, 'cohorts', cohort, [
      ['member', executive],
      ['member', mentor.person],
    ]),
  );
  const rows = await Partition.open(ctx, 'cohorts', cohort, ['pair']);
  const people = (await loadMatchPeople(ctx, rows, two)).map((one) => toCandidate(one, ctx.clock.now()));
  const [one, other] = [executive, mentor.person].map((id) => people.find((person) => person.id === id));
  // Somebody who made it meanwhile made the two former partners.
  if (!one || !other || !keepsRules(one, other))
    return (await isMade()) ? 'introduced' : giveUp(ctx, [executive, mentor.person], pair);
  const reasons = withOwnWords(reasonsOf(one, other), await ownWordsOf(ctx, [mentor.person, executive]));
  const made = { pair, cohort, executive, mentor: mentor.person, fit: mentor.fit, reasons, asked: executive };
  if ((await introduce(ctx, made)) === 'introduced') return 'introduced';
  return (await hasRoom(ctx, executive)) ? 'cannot' : 'elsewhere';
}

/**
 * Whether the executive has a place left. Throws `Conflict`, to look again, while one of them is taken for an
 * introduction that isn't made yet: somebody else is in the middle of it.
 */
async function hasRoom(ctx: Context, executive: PersonId): Promise<boolean> {
  const rows = await Partition.open(ctx, 'people', executive, ['slot', 'profile']);
  const slots = rows.list('slot');
  const made = await Promise.all(slots.map(({ value }) => ctx.tables.find('pairs', value.pair, 'pair')));
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
