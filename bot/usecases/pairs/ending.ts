import type { CohortId, PairId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { asOf } from '#domain/cohorts/cohort.ts';
import { latestOf, unsignedBy } from '#domain/pairs/agreement.ts';
import { asSeenBy, withoutMember } from '#domain/pairs/circle.ts';
import { decideEnding, decideNewMatch, seeksAnew } from '#domain/pairs/ending.ts';
import { withAgain } from '#domain/pairs/introduction.ts';
import { isGoing, type NewMatchWish, type Pair } from '#domain/pairs/pair.ts';
import { type Asked, lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { findPair, type OpenPair, openPair, putMember } from './pairs.ts';
import { leavePair } from './slots.ts';

/**
 * Ends a pair as any of its members asks, without a reason: for all at the same moment and in the same words; whoever
 * asked hears them at once. A mentor of a circle ends it for themselves while two others are left. Twice is once. Two
 * who are only introduced are refused. `isGone`: this person is not at the company any more, and the others hear that.
 */
export async function endPair(
  ctx: Context,
  person: PersonId,
  id: PairId,
  { isGone = false } = {},
): Promise<Pair> {
  return retrying(ctx, async () => {
    const open = await openPair(ctx, person, id);
    const remaining = isGoing(open.pair) && withoutMember(open.pair, open.me, ctx.clock.now());
    if (remaining) return leaveCircle(ctx, open, remaining);
    const decided = decideEnding(open.pair, ctx.clock.now());
    if (!decided) return open.pair;
    const ended = isGone ? { ...decided, gone: person } : decided;
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

/** A circle goes on without a mentor who ends it for themselves: they hear that it is over, the others that it goes on. */
async function leaveCircle(ctx: Context, open: OpenPair, remaining: Pair): Promise<Pair> {
  const { id, rows, me } = open;
  const mine = askedIn(open).filter(({ person }) => person === me.person);
  await ctx.due.pointAll(mine.map((card) => lookSoon(ctx.clock.now(), card)));
  rows.put('pair', '', remaining);
  rows.tell({ kind: 'projectPair', pair: id });
  const ended = { kind: 'pairEnded' as const, pair: id };
  rows.tell({ kind: 'notify', job: `pairEnded_${id}`, to: me.person, notice: ended, answers: true });
  const job = `leftCircle_${ctx.ids.next('telling')}`;
  for (const { person: to } of remaining.members) {
    const notice = { kind: 'leftCircle' as const, pair: id, person: me.person };
    rows.tell({ kind: 'notify', job, to, notice });
  }
  await rows.commit();
  return asSeenBy(remaining, me.person);
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
    const open = await openPair(ctx, person, id);
    const { rows, pair } = open;
    const next = decideNewMatch(pair, person, wish);
    if (!next) return;
    if (wish === 'somebodyNew' && !(await mayHaveNew(ctx, person, pair.cohort)))
      throw new Refusal('gone', 'parting:newMatch.over', { cohort: pair.cohortName });
    await ctx.due.pointAll([lookSoon(ctx.clock.now(), { about: 'newMatch', id, person })]);
    putMember(open, next);
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

/**
 * Notes that a member would, or would no longer, be introduced to the others of an ended pair again. Tells nobody:
 * once all ask for it, matching may bring them together, as if they had never met.
 */
export async function askToMeetAgain(
  ctx: Context,
  person: PersonId,
  id: PairId,
  again: boolean,
): Promise<void> {
  await retrying(ctx, async () => {
    const open = await openPair(ctx, person, id);
    const { rows, pair, me } = open;
    const noted = withAgain(pair, me, { again, nowMs: ctx.clock.now() });
    if ((me.again ?? false) === again) return;
    putMember(open, noted);
    await rows.commit();
  });
}
