import { asId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import { hasStarted, occurrenceNow, requireWithinReach } from '#domain/meetings/meetings.ts';
import {
  findOpenPair,
  findPair,
  firstNamesOf,
  hasSpace,
  listPairs,
  openSpace,
  othersIn,
} from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { expectOrBegin, meetingsIn, openNow } from './meetings.ts';
import { type Planned, plannedByTeams, presenceOf } from './presence.ts';
import { claimOwner, datesOf, findOwner, isNamed, releaseOwner, type TeamsIds } from './teamsMeetings.ts';

export type MeetingFound =
  | { state: 'unclaimed'; pairs: { pair: string; partners: string[] }[]; agreementMissing: boolean }
  /** `occurrence` is empty until the two have met there. */
  | { state: 'yours'; pair: string; occurrence: string; partners: string[] }
  | { state: 'others' }
  /** Teams does not say that this person is in the meeting: the same, whosever it is. */
  | { state: 'elsewhere' };

/**
 * Whose meeting the panel stands in. Its pair knows by itself; of anybody else Teams must say that they are in that
 * meeting, and then they learn no more than that it belongs to others. Looking changes nothing.
 */
export async function findMeeting(ctx: Context, person: PersonId, ids: TeamsIds): Promise<MeetingFound> {
  const owner = await findOwner(ctx, ids);
  const own = owner && (await viewOfOwn(ctx, person, owner, ids));
  if (own) return own;
  const proved = await provedIds(ctx, person, ids);
  if (!proved) return { state: 'elsewhere' };
  const holder = await findOwner(ctx, proved);
  if (!holder || (await releaseIfWrong(ctx, holder, proved))) return unclaimed(ctx, person);
  return { state: 'others' };
}

/**
 * A member says that a meeting is their pair's. Teams must say that they are in it, and not that no partner is; the
 * first to say so is right, the same again is the same. While they are in it a conversation begins; for one that is
 * planned, it is expected.
 */
export async function claimMeeting(
  ctx: Context,
  person: PersonId,
  claim: TeamsIds & Planned & { pair: PairId },
): Promise<MeetingFound> {
  const { pair } = claim;
  if (!isNamed(claim)) throw new Refusal('invalid', 'pair:meeting.unknown');
  for (const at of [claim.startsAt, claim.plannedEnd]) requireWithinReach(at, ctx.clock.now());
  const open = await openSpace(ctx, person, pair);
  const proved = await provedIds(ctx, person, claim);
  if (!proved) throw new Refusal('forbidden', 'pair:meeting.notIn');
  if (await isWithout(ctx, othersIn(open.pair, person), proved))
    throw new Refusal('conflict', 'pair:meeting.partnerNotIn', { names: firstNamesOf(open).join(', ') });
  const holder = await findOwner(ctx, proved);
  if (holder && holder !== pair && !(await releaseIfWrong(ctx, holder, proved))) return { state: 'others' };
  if (holder !== pair) requireRoom('meetings', meetingsIn(open.rows).length);
  if ((await claimOwner(ctx, proved, pair)) !== pair) return { state: 'others' };
  const said = await plannedByTeams(ctx, person, proved);
  try {
    await expectOrBegin(ctx, pair, proved, said.startsAt ? said : claim);
  } catch (error) {
    if (error instanceof Refusal && holder !== pair) await releaseOwner(ctx, proved, pair);
    throw error;
  }
  return (await viewOfOwn(ctx, person, pair, proved)) ?? { state: 'others' };
}

/** The two are in their meeting: the conversation that the panel shows begins, unless it has. */
export async function enterMeeting(ctx: Context, person: PersonId, ids: TeamsIds): Promise<MeetingFound> {
  const found = await findMeeting(ctx, person, ids);
  if (found.state !== 'yours') return found;
  const presence = await presenceOf(ctx, person, ids);
  // Where Teams cannot say, the two are believed: it concerns nobody else.
  if (presence && !presence.isIn) return found;
  const planned = await plannedByTeams(ctx, person, ids);
  const occurrence = await openNow(ctx, asId<PairId>(found.pair), ids, planned);
  return { ...found, occurrence };
}

/** A member gives a meeting back: what was only expected there goes, what they said about it stays. */
export async function giveBackMeeting(ctx: Context, person: PersonId, ids: TeamsIds): Promise<void> {
  const owner = await findOwner(ctx, ids);
  const own = owner && (await viewOfOwn(ctx, person, owner, ids));
  if (!owner || !own) throw new Refusal('missing', 'pair:meeting.missing');
  await release(ctx, owner, ids);
}

async function release(ctx: Context, pair: PairId, ids: TeamsIds): Promise<void> {
  const dates = await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', pair);
    const dates = datesOf(meetingsIn(rows), ids);
    const given = new Set(rows.list('feedback').map(({ value }) => value.occurrence));
    for (const { state, occurrence } of dates)
      if (state === 'open' && !given.has(occurrence)) rows.remove('meeting', occurrence);
    await rows.commit();
    return dates;
  });
  for (const named of [ids, ...dates]) await releaseOwner(ctx, named, pair);
}

/** A meeting in which Teams shows nobody of the pair that holds it was taken by mistake, and is free again. */
async function releaseIfWrong(ctx: Context, pair: PairId, ids: TeamsIds): Promise<boolean> {
  const members = (await findPair(ctx, pair))?.members.map(({ person }) => person) ?? [];
  if (members.length === 0 || !(await isWithout(ctx, members, ids))) return false;
  ctx.log.warn({ pair }, 'a meeting was given back: nobody of its pair is in it');
  await release(ctx, pair, ids);
  return true;
}

/** Whether Teams says for certain that none of them is in the meeting. */
async function isWithout(ctx: Context, people: PersonId[], ids: TeamsIds): Promise<boolean> {
  const found = await Promise.all(people.map((one) => presenceOf(ctx, one, ids)));
  return found.every((presence) => presence?.isInvited === false);
}

/** The ids that Teams vouches for; undefined unless it says that this person is in that meeting. */
async function provedIds(ctx: Context, person: PersonId, ids: TeamsIds): Promise<TeamsIds | undefined> {
  if (!isNamed(ids)) return undefined;
  const presence = await presenceOf(ctx, person, ids);
  if (!presence?.isInvited) return undefined;
  return { teamsMeeting: ids.teamsMeeting, teamsChat: presence.teamsChat };
}

/** Undefined for somebody who is not of that pair. */
async function viewOfOwn(
  ctx: Context,
  person: PersonId,
  owner: PairId,
  ids: TeamsIds,
): Promise<Extract<MeetingFound, { state: 'yours' }> | undefined> {
  const open = await findOpenPair(ctx, person, owner);
  if (!open || !hasSpace(open)) return undefined;
  const now = occurrenceNow(datesOf(meetingsIn(open.rows), ids), ctx.clock.now());
  const occurrence = now && hasStarted(now, ctx.clock.now()) ? now.occurrence : '';
  return { state: 'yours', pair: owner, occurrence, partners: firstNamesOf(open) };
}

async function unclaimed(ctx: Context, person: PersonId): Promise<MeetingFound> {
  const going = (await listPairs(ctx, person)).filter(
    ({ state }) => state === 'active' || state === 'paused',
  );
  const ready = going.filter(hasSpace);
  const pairs = ready.map((open) => ({ pair: open.id, partners: firstNamesOf(open) }));
  return { state: 'unclaimed', pairs, agreementMissing: going.length > ready.length };
}
