import { type Day, type OccurrenceId, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { requireRoom } from '#domain/basics/room.ts';
import { dayIn } from '#domain/basics/workingDays.ts';
import { saidDay } from '#domain/hearing/acts/saidDay.ts';
import type { Meeting, Outcome } from '#domain/meetings/meetings.ts';
import { newOffScreen, requireTellable, sameMeeting, type Told, wayIn } from '#domain/meetings/offScreen.ts';
import { withOutcome } from '#domain/meetings/outcome.ts';
import {
  firstNamesOf,
  hasSpace,
  holdTogether,
  listPairs,
  type OpenPair,
  openSpace,
  othersIn,
} from '#usecases/pairs/pairs.ts';
import { zoneOf } from '#usecases/people/settings.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { askAll } from './asking.ts';
import { isToldByOthers, keyOf } from './given.ts';
import { measureDue, measureSoon } from './measures.ts';

/**
 * One of them tells that they met, away from the screen or in a meeting nobody knew to have been. Told twice, by
 * whoever, it is one meeting. The others are asked how it was; the teller is asked on the spot.
 */
export async function tellMeeting(
  ctx: Context,
  person: PersonId,
  pair: PairId,
  told: Told,
): Promise<{ open: OpenPair; meeting: Meeting; isNew: boolean }> {
  const timeZone = await zoneOf(ctx, person);
  return retrying(ctx, async () => {
    const open = await openSpace(ctx, person, pair);
    const at = { timeZone, nowMs: ctx.clock.now() };
    requireTellable(told.day, { ...at, introducedAt: open.pair.introducedAt });
    const meetings = open.rows.list('meeting').map(({ value }) => value);
    const known = sameMeeting(meetings, told, at);
    if (known) return { open, meeting: await confirm(ctx, open, person, known, told), isNew: false };
    requireRoom('meetings', meetings.length);
    const meeting = newOffScreen(told, at);
    open.rows.create('meeting', meeting.occurrence, meeting);
    holdTogether(open);
    askAll(open.rows, { pair, occurrence: meeting.occurrence }, { kind: 'met', teller: person });
    await open.rows.commit();
    return { open, meeting, isNew: true };
  });
}

/** A meeting that is known already: that they met, and how, where nobody had said so. */
async function confirm(
  ctx: Context,
  open: OpenPair,
  person: PersonId,
  known: Meeting,
  told: Told,
): Promise<Meeting> {
  const { offScreen, occurrence } = known;
  const nowMs = ctx.clock.now();
  const isOver = toMs(known.plannedEnd) <= nowMs || known.outcome !== undefined;
  const met = !offScreen && isOver ? withOutcome(known, 'met', { isTold: false, nowMs }) : undefined;
  const way = offScreen?.way === '' && told.way !== '' ? { offScreen: told } : undefined;
  if (!met && !way) return known;
  const next: Meeting = { ...(met ?? known), ...way };
  await lookAtCards(ctx, open, occurrence, othersIn(open.pair, person));
  open.rows.put('meeting', occurrence, next);
  await open.rows.commit();
  return next;
}

/**
 * One of them says what became of a meeting. One that was only told of is taken back, with what they said of it
 * themselves; refused where another has said how it was.
 */
export async function tellOutcome(
  ctx: Context,
  person: PersonId,
  about: { pair: PairId; occurrence: OccurrenceId },
  said: Outcome,
): Promise<{ open: OpenPair; meeting: Meeting | undefined }> {
  const { pair, occurrence } = about;
  return retrying(ctx, async () => {
    const open = await openSpace(ctx, person, pair);
    const meeting = open.rows.find('meeting', occurrence)?.value;
    if (!meeting) throw new Refusal('missing', 'pair:meeting.missing');
    const isTold = isToldByOthers(open.rows, occurrence, person);
    const isTakenBack = meeting.offScreen !== undefined && said !== 'met';
    if (isTakenBack && isTold) throw new Refusal('conflict', 'pair:met.stands');
    const next = isTakenBack ? undefined : withOutcome(meeting, said, { isTold, nowMs: ctx.clock.now() });
    if (!next && !isTakenBack) return { open, meeting };
    await lookAtCards(ctx, open, occurrence, othersIn(open.pair, person));
    if (next) open.rows.put('meeting', occurrence, next);
    else open.rows.remove('meeting', occurrence);
    if (said !== 'met') await takeBackOwn(ctx, open, person, occurrence);
    await open.rows.commit();
    return { open, meeting: next };
  });
}

/** Of a meeting that was none there is nothing to say, and no figure. */
async function takeBackOwn(
  ctx: Context,
  { id: pair, rows }: OpenPair,
  person: PersonId,
  occurrence: OccurrenceId,
): Promise<void> {
  if (!rows.find('feedback', keyOf(occurrence, person))) return;
  await ctx.due.pointAll([measureSoon(ctx.clock.now(), measureDue, { pair, occurrence, person })]);
  rows.remove('feedback', keyOf(occurrence, person));
}

async function lookAtCards(
  ctx: Context,
  { id }: OpenPair,
  occurrence: OccurrenceId,
  readers: readonly PersonId[],
): Promise<void> {
  const nowMs = ctx.clock.now();
  await ctx.due.pointAll(
    readers.map((person) => lookSoon(nowMs, { about: 'feedback', id, part: occurrence, person })),
  );
}

/** A pair that somebody may have met. */
interface MayHaveMet {
  pair: PairId;
  cohortName: string;
  /** First names. */
  partners: string[];
  /** Whether the sentence names one of them. */
  isNamed: boolean;
}

/** What a sentence about a meeting says. */
export interface HeardMet extends Told {
  today: Day;
  /** Pairs whose space is open: those it names, else all. */
  pairs: MayHaveMet[];
}

/** Reads when, how and with whom from a sentence such as *had lunch with Aisha on Friday*; today where no day is said. */
export async function hearMet(ctx: Context, person: PersonId, text: string): Promise<HeardMet> {
  const today = dayIn(ctx.clock.now(), await zoneOf(ctx, person));
  const open = (await listPairs(ctx, person)).filter((one) => one.state === 'active' && hasSpace(one));
  const said = text.toLowerCase();
  const pairs = open.map((one): MayHaveMet => {
    const partners = firstNamesOf(one);
    const isNamed = partners.some((name) => said.includes(name.toLowerCase()));
    return { pair: one.id, cohortName: one.pair.cohortName, partners, isNamed };
  });
  const named = pairs.filter(({ isNamed }) => isNamed);
  const among = named.length > 0 ? named : pairs;
  return { day: saidDay(text, today) ?? today, way: wayIn(text), today, pairs: among };
}
