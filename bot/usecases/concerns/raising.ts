import { createHash } from 'node:crypto';
import { asId, type ConcernId, type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { GONE } from '#domain/basics/privacy.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom, TRIES_AT_ONCE } from '#domain/basics/room.ts';
import { isSeen } from '#domain/basics/visible.ts';
import {
  CONCERN_TEXT_MAX,
  type ConcernState,
  isStillOpen,
  type Raised,
  takenBack,
} from '#domain/concerns/concern.ts';
import { isLost } from '#domain/notices/delivery.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { inParallel } from '#usecases/story/parallel.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { requireReceiver } from './ways.ts';

/** What somebody writes, and whom they saw named above it. */
export interface NewConcern {
  to: PersonId;
  text: string;
}

/** A concern as its author finds it again; `gone` where its contact is no longer there. */
export interface RaisedSeen {
  concern: ConcernId;
  state: ConcernState | 'gone';
  name: string;
  /** What chats of Teams call its contact. */
  mail: string;
  at: Instant;
  /** The bot could not tell its contact of it. */
  isUntold: boolean;
  /** What they wrote; empty once it is taken back. */
  text: string;
}

/**
 * Gives somebody's words to the one person who was named to them, and nobody else: refused where that is somebody
 * else by now. The same words once more, while they are still open, are the same concern.
 * A break or an end of a pair that follows is an ordinary one: nothing there points here.
 */
export async function raiseConcern(ctx: Context, at: InCohort, said: NewConcern): Promise<RaisedSeen> {
  const text = said.text.trim();
  if (!isSeen(text)) throw new Refusal('invalid', 'concern:empty');
  if (text.length > CONCERN_TEXT_MAX)
    throw new Refusal('invalid', 'concern:tooLong', { max: CONCERN_TEXT_MAX });
  const to = await requireReceiver(ctx, at);
  if (to !== said.to) throw new Refusal('conflict', 'concern:somebodyElse');
  const raised = await retrying(ctx, () => note(ctx, at.person, { to, text }), TRIES_AT_ONCE);
  await retrying(ctx, () => give(ctx, at, { raised, text }), TRIES_AT_ONCE);
  const [seen] = await seenBy(ctx, [raised]);
  if (!seen) throw new Error('a concern that was given is not there');
  return seen;
}

/** In the author's own list first: what never came to be given is passed over, and a repeat goes on with it. */
async function note(ctx: Context, author: PersonId, { to, text }: NewConcern): Promise<Raised> {
  const own = await Partition.open(ctx, 'concerns', author);
  const { concerns } = own.find('raised')?.value ?? { concerns: [] };
  const said = createHash('sha256').update(text).digest('hex');
  for (const one of concerns) {
    if (one.to !== to || one.said !== said) continue;
    const known = (await findRow(ctx, 'concerns', to, 'concern', one.concern))?.value;
    if (!known || isStillOpen(known)) return one;
  }
  requireRoom('concerns', concerns.length);
  // An id that says neither whose it is nor what: jobs and logs carry it.
  const concern = asId<ConcernId>(ctx.ids.next('notice'));
  const raised: Raised = { concern, to, at: toInstant(ctx.clock.now()), said };
  own.put('raised', '', { concerns: [...concerns, raised] });
  await own.commit();
  return raised;
}

async function give(
  ctx: Context,
  { cohort, person: author }: InCohort,
  { raised: { concern, to, at }, text }: { raised: Raised; text: string },
): Promise<void> {
  const rows = await Partition.open(ctx, 'concerns', to);
  if (rows.find('concern', concern)) return;
  rows.create('concern', concern, { author, cohort, at, state: 'raised', text });
  rows.tell({ kind: 'notify', job: concern, to, notice: { kind: 'concern', concern } });
  await rows.commit();
}

/** What somebody raised, the newest first. */
export async function listRaised(ctx: Context, person: PersonId): Promise<RaisedSeen[]> {
  const own = await Partition.open(ctx, 'concerns', person);
  return seenBy(ctx, [...(own.find('raised')?.value.concerns ?? [])].reverse());
}

async function seenBy(ctx: Context, raised: readonly Raised[]): Promise<RaisedSeen[]> {
  return (await inParallel(raised, (one) => seen(ctx, one))).flat();
}

async function seen(ctx: Context, { concern, to, at }: Raised): Promise<RaisedSeen[]> {
  if (to === GONE) return [{ concern, state: 'gone', name: '', mail: '', at, isUntold: false, text: '' }];
  const known = (await findRow(ctx, 'concerns', to, 'concern', concern))?.value;
  if (!known) return [];
  const [{ name, teamsName }, delivery] = await Promise.all([
    contactOf(ctx, to, known.cohort),
    findDelivery(ctx, concern, to),
  ]);
  const isUntold = known.state === 'raised' && isLost(delivery?.value);
  const text = known.state === 'takenBack' ? '' : known.text;
  return [{ concern, state: known.state, name, mail: teamsName, at, isUntold, text }];
}

/** Its author takes a concern back, whatever became of it: not a word of it is left with anybody. */
export async function takeBackConcern(ctx: Context, person: PersonId, concern: ConcernId): Promise<void> {
  const own = await Partition.open(ctx, 'concerns', person);
  const raised = own.find('raised')?.value.concerns.find((one) => one.concern === concern);
  if (!raised) throw new Refusal('missing', 'concern:missing');
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'concerns', raised.to);
    const known = rows.find('concern', concern)?.value;
    if (!known || known.state === 'takenBack') return;
    rows.put('concern', concern, takenBack(known));
    await rows.commit();
  });
  await retrying(ctx, () => forgetDigest(ctx, person, concern));
}

async function forgetDigest(ctx: Context, person: PersonId, concern: ConcernId): Promise<void> {
  const own = await Partition.open(ctx, 'concerns', person);
  const { concerns } = own.find('raised')?.value ?? { concerns: [] };
  own.put('raised', '', {
    concerns: concerns.map((one) => (one.concern === concern ? { ...one, said: '' } : one)),
  });
  await own.commit();
}
