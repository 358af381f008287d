import { type Instant, type OccurrenceId, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import {
  occurrenceEnding,
  occurrenceNow,
  occurrenceStarting,
  plannedTimes,
  requireWithinReach,
} from '#domain/meetings/meetings.ts';
import {
  firstNamesOf,
  hasSpace,
  holdTogether,
  listPairs,
  openPair,
  openSpace,
} from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { endAndAsk, expectFeedback } from './feedback.ts';
import { claimOwner, datesOf, findOwner, isNamed, occurrenceId, type TeamsIds } from './teamsMeetings.ts';

export type MeetingFound =
  | { state: 'unclaimed'; pairs: { pair: string; partners: string[] }[]; agreementMissing: boolean }
  | { state: 'yours'; pair: string; occurrence: string; partners: string[] }
  | { state: 'others' };

interface Planned {
  startsAt: Instant | null;
  plannedEnd: Instant | null;
}
const UNPLANNED: Planned = { startsAt: null, plannedEnd: null };

/** Whose meeting the panel stands in. Who isn't of that pair learns that it belongs to others, and no more. */
export async function findMeeting(ctx: Context, person: PersonId, ids: TeamsIds): Promise<MeetingFound> {
  const owner = isNamed(ids) ? await findOwner(ctx, ids) : undefined;
  return owner ? viewOfLookup(ctx, person, owner, ids) : unclaimed(ctx, person);
}

/** A member confirms that a meeting is their pair's. The first to say so is right; the same again is the same. */
export async function claimMeeting(
  ctx: Context,
  person: PersonId,
  claim: TeamsIds & Planned & { pair: PairId },
): Promise<MeetingFound> {
  if (!isNamed(claim)) throw new Refusal('invalid', 'pair:meeting.unknown');
  for (const at of [claim.startsAt, claim.plannedEnd]) requireWithinReach(at, ctx.clock.now());
  await openSpace(ctx, person, claim.pair);
  const owner = await claimOwner(ctx, claim, claim.pair);
  if (owner === claim.pair) await openNow(ctx, claim.pair, claim, { planned: claim, isExpected: true });
  return viewOfLookup(ctx, person, owner, claim);
}

async function viewOfLookup(
  ctx: Context,
  person: PersonId,
  owner: PairId,
  ids: TeamsIds,
): Promise<MeetingFound> {
  const open = await openPair(ctx, person, owner).catch((refused: unknown) => {
    if (refused instanceof Refusal && refused.kind === 'missing') return undefined;
    throw refused;
  });
  if (!open || !hasSpace(open)) return { state: 'others' };
  // Looking in is no meeting yet: feedback is expected once somebody moves the panel or Teams says it started.
  const occurrence = await openNow(ctx, owner, ids, { planned: UNPLANNED, isExpected: false });
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

const openNow = (
  ctx: Context,
  pair: PairId,
  ids: TeamsIds,
  { planned, isExpected }: { planned: Planned; isExpected: boolean },
): Promise<OccurrenceId> =>
  openOccurrence(ctx, pair, ids, {
    find: (dates) => occurrenceNow(dates, ctx.clock.now()),
    times: plannedTimes(ctx.clock.now(), planned),
    isExpected,
  });

/**
 * The occurrence that `find` recognises, or a new one. Two who open at once make one; the pointer to its feedback
 * is written before it.
 */
async function openOccurrence(
  ctx: Context,
  pair: PairId,
  ids: TeamsIds,
  open: {
    find(dates: Meeting[]): Meeting | undefined;
    times: Pick<Meeting, 'startedAt' | 'plannedEnd'>;
    /** Whether people are asked afterwards how it was, even if Teams never says that it ended. */
    isExpected: boolean;
  },
): Promise<OccurrenceId> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', pair);
    const meetings = rows.list('meeting').map(({ value }) => value);
    const occurrence = occurrenceId(ids, open.times.startedAt);
    const known = open.find(datesOf(meetings, ids)) ?? rows.find('meeting', occurrence)?.value;
    const { teamsMeeting, teamsChat } = ids;
    const fresh = { occurrence, teamsMeeting, teamsChat, ...open.times };
    const meeting: Meeting = known ?? { ...fresh, state: 'open' };
    if (open.isExpected && meeting.state === 'open') await expectFeedback(ctx, pair, meeting);
    if (known) return known.occurrence;
    const row = rows.find('pair');
    if (!row) throw new Refusal('missing', 'pair:missing');
    rows.create('meeting', occurrence, meeting);
    holdTogether({ rows, pair: row.value });
    await rows.commit();
    return occurrence;
  });
}

/** Teams says that a meeting started. One that nobody has claimed, or that goes on already, changes nothing. */
export async function meetingStarted(ctx: Context, event: TeamsIds & { at: Instant }): Promise<void> {
  const owner = await findOwner(ctx, event);
  if (!owner) return;
  await openOccurrence(ctx, owner, event, {
    find: (dates) => occurrenceStarting(dates, event.at),
    times: plannedTimes(toMs(event.at), { startsAt: event.at, plannedEnd: null }),
    isExpected: true,
  });
}

/** Teams says that a meeting ended: who hasn't said how it was is asked. A repeat changes nothing. */
export async function meetingEnded(ctx: Context, event: TeamsIds & { at: Instant }): Promise<void> {
  const owner = await findOwner(ctx, event);
  if (!owner) return;
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', owner);
    const meetings = rows.list('meeting').map(({ value }) => value);
    const ending = occurrenceEnding(datesOf(meetings, event), event.at);
    if (!ending) return;
    endAndAsk(rows, owner, ending, event.at);
    await rows.commit();
  });
}
