import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { CohortPair } from '#domain/cohorts/cohort.ts';
import { type Agreements, standing } from '#domain/pairs/agreement.ts';
import { asSeenBy, withOne } from '#domain/pairs/circle.ts';
import { seeksAnew } from '#domain/pairs/ending.ts';
import { memberOf, stateFor } from '#domain/pairs/introduction.ts';
import type { Pair, PairMember, PairState } from '#domain/pairs/pair.ts';
import { activeSinceOf, isGoing } from '#domain/pairs/pair.ts';
import { firstNameOf } from '#domain/people/givenName.ts';
import type { Role } from '#domain/people/person.ts';
import { type Asked, lookAt } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { anew } from '#usecases/story/readOnce.ts';
import { findRow } from '#usecases/story/rows.ts';
import { leavePair, linkPair } from './slots.ts';

/** A pair as loaded for one of its members. */
export interface OpenPair {
  id: PairId;
  rows: Partition<'pairs'>;
  pair: Pair;
  me: PairMember;
  /** What this member may know of it now. */
  state: PairState;
  agreements: Agreements;
}

/** The pair for one of its members; somebody else learns no more than that there is nothing here. */
export async function openPair(ctx: Context, person: PersonId, id: PairId): Promise<OpenPair> {
  const open = await findOpenPair(ctx, person, id);
  if (!open) throw new Refusal('missing', 'pair:missing');
  return open;
}

/** Undefined for somebody who is not of the pair (any more), and while it is only being made. */
export async function findOpenPair(
  ctx: Context,
  person: PersonId,
  id: PairId,
): Promise<OpenPair | undefined> {
  const rows = await Partition.open(ctx, 'pairs', id);
  const known = rows.find('pair')?.value;
  const pair = known && asSeenBy(known, person);
  const me = pair && memberOf(pair, person);
  if (!pair || !me) return undefined;
  return { id, rows, pair, me, state: stateFor(pair, me, ctx.clock.now()), agreements: agreementsIn(rows) };
}

/** The pair once its members may write something about themselves: both said yes, and it goes on. */
export async function openActivePair(ctx: Context, person: PersonId, id: PairId): Promise<OpenPair> {
  const open = await openPair(ctx, person, id);
  if (open.state === 'introduced') throw new Refusal('conflict', 'pair:notYet');
  if (open.state === 'ended') throw new Refusal('gone', 'pair:ended');
  return open;
}

/** The pair space: open from the first agreement on that all have signed. */
export async function openSpace(ctx: Context, person: PersonId, id: PairId): Promise<OpenPair> {
  const open = await openActivePair(ctx, person, id);
  if (!hasSpace(open)) throw new Refusal('conflict', 'pair:agreement.needed');
  return open;
}

export const hasSpace = ({ pair, agreements }: OpenPair): boolean =>
  isGoing(pair) && standing(pair, agreements) !== undefined;

export const agreementsIn = (rows: Partition<'pairs'>): Agreements => ({
  versions: rows.list('agreement').map(({ value }) => value),
  signatures: rows.list('signature').map(({ value }) => value),
  withdrawals: rows.list('withdrawal').map(({ value }) => value),
});

/** The pair row is written again as it is, so that two changes that must see each other cannot pass unseen. */
export function holdTogether({ rows, pair }: Pick<OpenPair, 'rows' | 'pair'>): void {
  rows.put('pair', '', pair);
}

/** One member as they are now, in the row as it stands: somebody who left a circle sees another pair than it is. */
export function putMember({ rows, pair, me }: OpenPair, next: Pair): void {
  const known = rows.find('pair')?.value ?? pair;
  const changed = memberOf(next, me.person);
  if (changed) rows.put('pair', '', withOne(known, changed));
}

export const othersIn = (pair: Pair, me: PersonId): PersonId[] =>
  pair.members.map(({ person }) => person).filter((person) => person !== me);

/** What a member is called, whole, also one who has left; empty for somebody else. */
export const nameIn = (pair: Pair, person: PersonId): string =>
  [...pair.members, ...(pair.apart ?? [])].find((one) => one.person === person)?.name ?? '';

/** What a member is called in the pair space. */
export const firstNameIn = (pair: Pair, person: PersonId): string => firstNameOf(nameIn(pair, person));

/** First names of the others, in their order. */
export const firstNamesOf = ({ pair, me }: Pick<OpenPair, 'pair' | 'me'>): string[] =>
  othersIn(pair, me.person).map((person) => firstNameIn(pair, person));

/** Two who are a pair, or whose introduction ended, are asked about it no more; who was left out before is not now. */
async function pointToCards(ctx: Context, id: PairId, { state, cohort, members }: Pair): Promise<void> {
  if (state === 'introduced') return;
  const asked = members.flatMap(({ person }): Asked[] => [
    { about: 'introduction', id, person },
    ...(state === 'ended' ? [] : [{ about: 'leftOut' as const, id: cohort, person }]),
  ]);
  await ctx.due.pointAll(asked.map((card) => lookAt(ctx.clock.now(), card)));
}

/**
 * Copies what a pair is to its members and its cohort, and frees its slots when it ended. The truth is read after
 * the copy it replaces, so that an older reading never overwrites a newer one.
 */
export async function projectPair(ctx: Context, id: PairId): Promise<void> {
  const pair = await findPair(ctx, id);
  if (!pair) return;
  await pointToCards(ctx, id, pair);
  const there = pair.members.filter(({ person }) => person !== GONE);
  for (const { person } of pair.apart ?? []) await leavePair(ctx, person, id);
  for (const { person, role } of there) {
    if (pair.state === 'ended') await leavePair(ctx, person, id);
    else await linkPair(ctx, person, id, { cohort: pair.cohort, role, partners: othersIn(pair, person) });
  }
  await retrying(ctx, async () => {
    anew(ctx);
    const everybody = [...there, ...(pair.apart ?? [])];
    const members = everybody.map(({ person }) => ['member', person] as const);
    const rows = await Partition.pick(ctx, pair.cohort, [['pair', id], ...members]);
    const known = rows.find('pair', id)?.value;
    const truth = (await findPair(ctx, id)) ?? pair;
    const now = cohortPairOf(truth);
    if (known && JSON.stringify(known) === JSON.stringify(now)) return;
    rows.put('pair', id, now);
    rememberWaiting(rows, truth);
    await rows.commit();
  });
}

/**
 * After an introduction without a pair both come first in the next round, whatever the cause; a pair waits no more, and
 * after one only who would like somebody new.
 */
function rememberWaiting(rows: Partition<'cohorts'>, pair: Pair): void {
  if (pair.state === 'introduced') return;
  for (const { person } of [...pair.members, ...(pair.apart ?? [])]) {
    const member = rows.find('member', person)?.value;
    const seen = asSeenBy(pair, person);
    const isNext = activeSinceOf(seen) === undefined || seeksAnew(pair, person);
    const waiting = isNext && member?.state === 'joined';
    if (member && member.waiting !== waiting) rows.put('member', person, { ...member, waiting });
  }
}

/** The pair's own row; for whoever decides from it, never to be shown as it is. */
export async function findPair(ctx: Context, id: PairId): Promise<Pair | undefined> {
  return (await findRow(ctx, 'pairs', id, 'pair'))?.value;
}

/** What a champion may know: introduced until both said yes, closed once it ended, never how. */
function cohortPairOf(pair: Pair): CohortPair {
  const byRole = (role: Role) =>
    pair.members.filter((member) => member.role === role).map(({ person }) => person);
  const state = pair.state === 'introduced' ? 'introduced' : pair.state === 'ended' ? 'closed' : 'paired';
  const { introducedAt } = pair;
  const since = activeSinceOf(pair);
  const pairedAt = since && pair.state !== 'ended' ? { pairedAt: since } : {};
  const closedAt = pair.state === 'ended' && pair.activeSince ? { closedAt: pair.endedAt } : {};
  const [executive, [mentor, ...more]] = [byRole('executive')[0] ?? GONE, byRole('mentor')];
  const others = more.length > 0 && { others: more };
  return { executive, mentor: mentor ?? GONE, ...others, state, introducedAt, ...pairedAt, ...closedAt };
}

/** Every pair of a person; newest introduction first. */
export async function listPairs(ctx: Context, person: PersonId): Promise<OpenPair[]> {
  const links = (await Partition.open(ctx, 'people', person)).list('pair');
  // A link is written before its pair: until then there is nothing to show.
  const found = await Promise.all(links.map(({ id }) => findOpenPair(ctx, person, id as PairId)));
  return found
    .filter((open) => open !== undefined)
    .sort((a, b) => (a.pair.introducedAt < b.pair.introducedAt ? 1 : -1));
}
