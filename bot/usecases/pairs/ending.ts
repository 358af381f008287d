import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { asOf } from '#domain/cohorts/cohort.ts';
import { latestOf, unsignedBy } from '#domain/pairs/agreement.ts';
import { decideEnding, decideNewMatch, seeksAnew } from '#domain/pairs/ending.ts';
import type { NewMatchWish, Pair } from '#domain/pairs/pair.ts';
import { type Asked, lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { findPair, type OpenPair, openPair } from './pairs.ts';
import { leavePair } from './slots.ts';

/**
 * Ends a pair as any of its members asks, without a reason: for all at the same moment and in the same words; whoever
 * asked hears them at once. Twice is once. Two who are only introduced are refused.
 */
export async function endPair(ctx: Context, person: PersonId, id: PairId): Promise<Pair> {
  return retrying(ctx, async () => {
    const open = await openPair(ctx, person, id);
    const ended = decideEnding(open.pair, ctx.clock.now());
    if (!ended) return open.pair;
    await ctx.due.pointAll(askedIn(open).map((card) => lookSoon(ctx.clock.now(), card)));
    open.rows.put('pair', '', ended);
    open.rows.tell({ kind: 'projectPair', pair: id });
    for (const { person: to } of ended.members) {
      const notice = { kind: 'pairEnded' as const, pair: id };
      open.rows.tell({ kind: 'notify', job: `pairEnded_${id}`, to, notice, answers: to === person });
    }
    await open.rows.commit();
    return ended;
  });
}

/** The cards that ask for nothing any more: a signature under the latest version. */
function askedIn({ id, pair, agreements }: OpenPair): Asked[] {
  const version = latestOf(agreements)?.version;
  if (version === undefined) return [];
  return unsignedBy(pair, agreements, version).map((person) => ({
    ...{ about: 'agreement', id, part: `${version}`, person },
  }));
}

/**
 * What a member wishes once their pair has ended: with `somebodyNew` they come first in the next round, and an
 * executive may look for a mentor at once; `notNow` leaves things as they are. It can be changed as often as they like.
 */
export async function wishNewMatch(
  ctx: Context,
  person: PersonId,
  id: PairId,
  wish: NewMatchWish,
): Promise<void> {
  await retrying(ctx, async () => {
    const { rows, pair } = await openPair(ctx, person, id);
    const next = decideNewMatch(pair, person, wish);
    if (!next) return;
    if (wish === 'somebodyNew' && !(await mayHaveNew(ctx, person, pair.cohort)))
      throw new Refusal('gone', 'parting:newMatch.over', { cohort: pair.cohortName });
    await ctx.due.pointAll([lookSoon(ctx.clock.now(), { about: 'newMatch', id, person })]);
    rows.put('pair', '', next);
    if (seeksAnew(next, person) || seeksAnew(pair, person)) rows.tell({ kind: 'seekAnew', pair: id, person });
    await rows.commit();
  });
  // Whoever looks at once does not wait for the place that the pair had.
  await leavePair(ctx, person, id);
}

/** Whether somebody new can be found for a person in a cohort: they take part, and it goes on. */
export async function mayHaveNew(ctx: Context, person: PersonId, cohort: CohortId): Promise<boolean> {
  const enrolment = await findRow(ctx, 'people', person, 'enrolment', cohort);
  if (enrolment?.value.state !== 'joined') return false;
  const about = await findRow(ctx, 'cohorts', cohort, 'cohort');
  return about !== undefined && asOf(about.value, ctx.clock.now()).state !== 'closed';
}

/** Copies the wish to the cohort, where the next round reads who comes first. Safe to repeat. */
export async function seekAnew(ctx: Context, id: PairId, person: PersonId): Promise<void> {
  await retrying(ctx, async () => {
    const known = await findPair(ctx, id);
    if (!known) return;
    const rows = await Partition.pick(ctx, known.cohort, [['member', person]]);
    const member = rows.find('member', person)?.value;
    // The truth is read after the copy it replaces, so that an older reading never overwrites a newer one.
    anew(ctx);
    const waiting = seeksAnew((await findPair(ctx, id)) ?? known, person);
    if (member?.state !== 'joined' || member.waiting === waiting) return;
    rows.put('member', person, { ...member, waiting });
    await rows.commit();
  });
}
