import type { JottingId, OccurrenceId, PairId, PersonId } from '#domain/basics/ids.ts';
import { latestFirst } from '#domain/basics/inTime.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import {
  decideJotting,
  isReadableBy,
  type Jotted,
  type Jotting,
  newJotting,
} from '#domain/meetings/jottings.ts';
import { hasStarted } from '#domain/meetings/meetings.ts';
import { firstNameIn, holdTogether, type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import { idOfPress } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { commitBeside } from './beside.ts';

/** A jotting that the reader may read: their own, or one that its writer shares. */
export interface JottingSeen extends Jotting {
  isMine: boolean;
  firstName: string;
}

/** The jottings of a pair whose space is open, latest first. */
export async function listJottings(ctx: Context, person: PersonId, id: PairId): Promise<JottingSeen[]> {
  return viewOfJottings(await openSpace(ctx, person, id));
}

export const viewOfJottings = (open: OpenPair): JottingSeen[] =>
  open.rows
    .list('jotting')
    .map(({ value }) => value)
    .filter((one) => isReadableBy(one, open.me.person))
    .sort(latestFirst)
    .map((one) => seenAs(open, one));

const seenAs = ({ pair, me }: OpenPair, one: Jotting): JottingSeen => ({
  ...one,
  isMine: one.person === me.person,
  firstName: firstNameIn(pair, one.person),
});

/**
 * Jots a line down in a meeting that has begun; the same press makes one. What is shared reaches the others' panels as
 * a press does.
 */
export async function jot(
  ctx: Context,
  person: PersonId,
  about: { pair: PairId; occurrence: OccurrenceId; press?: string },
  jotted: Jotted,
): Promise<JottingSeen> {
  const { pair: id, occurrence, press: key = '' } = about;
  const content = { pair: id, occurrence, jotted };
  const jotting = idOfPress<JottingId>(ctx, { person }, { noun: 'jotting', key, content });
  const addOne = async () => {
    const open = await openSpace(ctx, person, id);
    const known = open.rows.find('jotting', jotting)?.value;
    if (known) return seenAs(open, known);
    const meeting = open.rows.find('meeting', occurrence)?.value;
    if (!meeting) throw new Refusal('missing', 'pair:meeting.missing');
    const nowMs = ctx.clock.now();
    if (!hasStarted(meeting, nowMs)) throw new Refusal('conflict', 'pair:meeting.notBegun');
    const made = newJotting({ jotting, person, occurrence }, jotted, nowMs);
    requireRoom('jottings', ownIn(open).length);
    holdTogether(open);
    open.rows.create('jotting', jotting, made);
    await commitBeside(ctx, open, { isForAll: made.shared });
    return seenAs(open, made);
  };
  return retrying(ctx, addOne, TRIES_AT_ONCE);
}

const ownIn = ({ rows, me }: OpenPair) =>
  rows.list('jotting').filter(({ value }) => value.person === me.person);

/** One of the reader's own; of anybody else's they learn no more than that it is not here. */
function ownJotting({ rows, me }: OpenPair, jotting: JottingId): Jotting {
  const known = rows.find('jotting', jotting)?.value;
  if (known?.person !== me.person) throw new Refusal('missing', 'pair:jotting.missing');
  return known;
}

/** Its writer words it anew, shares it, or keeps it to themselves again. An older `seen` is a `Conflict`. */
export async function changeJotting(
  ctx: Context,
  person: PersonId,
  about: { pair: PairId; jotting: JottingId; seen: string },
  jotted: Jotted,
): Promise<JottingSeen> {
  const outcome = await retrying(ctx, async () => {
    const open = await openSpace(ctx, person, about.pair);
    const known = ownJotting(open, about.jotting);
    const decided = decideJotting(known, jotted, wholeNumber(about.seen));
    if (decided.kind === 'stale') return undefined;
    if (decided.kind === 'unchanged') return seenAs(open, known);
    open.rows.put('jotting', known.jotting, decided.jotting);
    await commitBeside(ctx, open, { isForAll: known.shared || decided.jotting.shared });
    return seenAs(open, decided.jotting);
  });
  if (!outcome) throw new Conflict(`pairs/${about.pair}/jotting_${about.jotting}`);
  return outcome;
}

/** Its writer takes it away, from everybody; twice is once, and what the reader may not read is as if it were gone. */
export async function removeJotting(
  ctx: Context,
  person: PersonId,
  { pair: id, jotting }: { pair: PairId; jotting: JottingId },
): Promise<void> {
  await retrying(ctx, async () => {
    const open = await openSpace(ctx, person, id);
    const known = open.rows.find('jotting', jotting)?.value;
    if (!known || !isReadableBy(known, person)) return;
    const { shared } = ownJotting(open, jotting);
    open.rows.remove('jotting', jotting);
    await commitBeside(ctx, open, { isForAll: shared });
  });
}
