import { createHash } from 'node:crypto';
import { asId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { reasonsOf } from '#domain/matching/fit.ts';
import { keepsRules, toCandidate } from '#domain/matching/rules.ts';
import { withOwnWords } from '#domain/pairs/reasons.ts';
import type { OpenCohort } from '#usecases/cohorts/cohorts.ts';
import { type Introducing, introduce } from '#usecases/pairs/making.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { type Joined, loadPeople } from './matchPeople.ts';
import { isRuledOut } from './wishes.ts';

/** The same for the same parts, so that an introduction made twice is one. */
export const pairIdFrom = (...parts: (string | number)[]): PairId =>
  asId<PairId>(createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24));

/**
 * Introduces two of a cohort as they stand now: since they were proposed or chosen somebody may have left, changed,
 * been met, or been ruled out. Whom they exclude was asked when they were proposed and is not asked again. `rows` holds
 * kinds `pair` and `wish`, `two` the members of both. Safe to repeat, also at the same time.
 */
export async function introduceAsTheyStand(
  ctx: Context,
  { rows, two }: { rows: OpenCohort; two: readonly Joined[] },
  made: Omit<Introducing, 'reasons'>,
): Promise<'introduced' | 'noRoom' | 'unfit'> {
  const isMade = async () => (await findPair(ctx, made.pair)) !== undefined;
  if (await isMade()) return 'introduced';
  const people = (await loadPeople(ctx, rows, two)).map(({ one }) =>
    toCandidate({ ...one, excludes: [] }, ctx.clock.now()),
  );
  const [one, other] = [made.executive, made.mentor].map((id) => people.find((person) => person.id === id));
  // Somebody who made it meanwhile made the two former partners.
  anew(ctx);
  if (!one || !other || !keepsRules(one, other) || isRuledOut(rows, made))
    return (await isMade()) ? 'introduced' : 'unfit';
  const reasons = withOwnWords(reasonsOf(one, other), await ownWordsOf(ctx, [made.mentor, made.executive]));
  return introduce(ctx, { ...made, reasons });
}

/** How people wrote their own topics; the last one's spelling counts. */
export async function ownWordsOf(ctx: Context, people: readonly PersonId[]): Promise<Record<string, string>> {
  const rows = await Promise.all(people.map((person) => findRow(ctx, 'people', person, 'profile')));
  const written = rows.map((row) => row?.value.ownWords ?? {});
  return Object.assign({}, ...written);
}
