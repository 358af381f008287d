import { type Instant, type OccurrenceId, type PairId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import {
  occurrenceEnding,
  occurrenceNow,
  occurrenceStarting,
  plannedTimes,
  reopenedAt,
} from '#domain/meetings/meetings.ts';
import { findPair, holdTogether } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { endAndAsk, expectFeedback } from './asking.ts';
import { type Planned, presenceOf, sensible } from './presence.ts';
import { datesOf, findOwner, occurrenceId, type TeamsIds } from './teamsMeetings.ts';

export const meetingsIn = (rows: Partition<'pairs'>): Meeting[] =>
  rows.list('meeting').map(({ value }) => value);

/** Begins the conversation while somebody is in the meeting; one that is planned for later is expected. */
export async function expectOrBegin(
  ctx: Context,
  pair: PairId,
  ids: TeamsIds,
  planned: Planned,
): Promise<void> {
  const isLater = planned.startsAt !== null && toMs(planned.startsAt) > ctx.clock.now();
  if (isLater && !(await isSomebodyIn(ctx, pair, ids))) await expectLater(ctx, pair, ids, planned);
  else if (await isSomebodyIn(ctx, pair, ids)) await openNow(ctx, pair, ids, planned);
}

async function isSomebodyIn(ctx: Context, pair: PairId, ids: TeamsIds): Promise<boolean> {
  const members = (await findPair(ctx, pair))?.members ?? [];
  const found = await Promise.all(members.map(({ person }) => presenceOf(ctx, person, ids)));
  return found.some((presence) => presence?.isIn);
}

export const openNow = (ctx: Context, pair: PairId, ids: TeamsIds, planned: Planned): Promise<OccurrenceId> =>
  openOccurrence(ctx, pair, ids, {
    find: (dates) => occurrenceNow(dates, ctx.clock.now()),
    times: plannedTimes(ctx.clock.now(), planned),
    hasBegun: true,
  });

const expectLater = (ctx: Context, pair: PairId, ids: TeamsIds, planned: Planned): Promise<OccurrenceId> =>
  openOccurrence(ctx, pair, ids, {
    find: (dates) => dates.find(({ startedAt }) => startedAt === planned.startsAt),
    times: plannedTimes(ctx.clock.now(), planned),
    hasBegun: false,
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
    hasBegun: boolean;
    /** When Teams says that it started: whoever dropped out goes on with the same conversation. */
    startedAgainAt?: Instant;
  },
): Promise<OccurrenceId> {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', pair);
    const occurrence = occurrenceId(ids, open.times.startedAt);
    const known = open.find(datesOf(meetingsIn(rows), ids)) ?? rows.find('meeting', occurrence)?.value;
    const reopened = known && open.startedAgainAt && reopenedAt(known, open.startedAgainAt);
    if (known && !reopened && (known.state === 'ended' || known.hasBegun || !open.hasBegun))
      return known.occurrence;
    const { teamsMeeting, teamsChat } = ids;
    const fresh: Meeting = { occurrence, teamsMeeting, teamsChat, ...open.times, state: 'open' };
    const meeting: Meeting = { ...(reopened ?? known ?? fresh), ...(open.hasBegun && { hasBegun: true }) };
    if (!known) requireRoom('meetings', meetingsIn(rows).length);
    await expectFeedback(ctx, pair, meeting);
    const row = rows.find('pair');
    if (!row) throw new Refusal('missing', 'pair:missing');
    rows.put('meeting', meeting.occurrence, meeting);
    holdTogether({ rows, pair: row.value });
    await rows.commit();
    return meeting.occurrence;
  });
}

/** Something that Teams tells of a meeting; `askTimes` asks it when the meeting is planned. */
export type MeetingTold = TeamsIds & { at: Instant; askTimes?: () => Promise<Times | undefined> };
type Times = { startsAt: string; plannedEnd: string };

/** Teams says that a meeting started. One that nobody has claimed, or that goes on already, changes nothing. */
export async function meetingStarted(ctx: Context, event: MeetingTold): Promise<void> {
  const owner = await findOwner(ctx, event);
  if (!owner) return;
  const planned = sensible(await event.askTimes?.(), toMs(event.at));
  const { plannedEnd } = plannedTimes(toMs(event.at), planned);
  const { startedAt } = plannedTimes(toMs(event.at), { startsAt: event.at, plannedEnd: null });
  await whereRoom(ctx, owner, () =>
    openOccurrence(ctx, owner, event, {
      find: (dates) => occurrenceStarting(dates, event.at),
      times: { startedAt, plannedEnd },
      hasBegun: true,
      startedAgainAt: event.at,
    }),
  );
}

/** The bot came into the chat of a meeting: when it is planned is known from here on. */
export async function meetingJoined(ctx: Context, event: MeetingTold): Promise<void> {
  const owner = await findOwner(ctx, event);
  if (!owner) return;
  const planned = sensible(await event.askTimes?.(), ctx.clock.now());
  if (planned.startsAt && toMs(planned.startsAt) > ctx.clock.now())
    await whereRoom(ctx, owner, () => expectLater(ctx, owner, event, planned));
}

/** Nobody asked for it, so nobody is refused anything. */
async function whereRoom(ctx: Context, pair: PairId, open: () => Promise<OccurrenceId>): Promise<void> {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.log.warn({ pair, word: error.word }, 'a meeting that Teams told of was not kept');
  }
}

/** Teams says that a meeting ended: who hasn't said how it was is asked. A repeat changes nothing. */
export async function meetingEnded(ctx: Context, event: MeetingTold): Promise<void> {
  const owner = await findOwner(ctx, event);
  if (!owner) return;
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', owner);
    const ending = occurrenceEnding(datesOf(meetingsIn(rows), event), event.at);
    if (!ending) return;
    await endAndAsk(ctx, rows, { pair: owner, meeting: ending, at: event.at });
    await rows.commit();
  });
}
