import type { OccurrenceId, PairId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import {
  type Feedback,
  type FeedbackGiven,
  type FeedbackLine,
  newFeedback,
  withFace,
  withLine,
} from '#domain/meetings/feedback.ts';
import { type HelpReason, needsHelp } from '#domain/meetings/help.ts';
import { hasStarted, type Meeting } from '#domain/meetings/meetings.ts';
import { listContactsFor, type TurnTo } from '#usecases/cohorts/contactFor.ts';
import { type OpenPair, openSpace, othersIn } from '#usecases/pairs/pairs.ts';
import { type Asked, lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { feedbackDue } from './asking.ts';
import { findGiven, keyOf } from './given.ts';
import { measureDue, measureSoon } from './measures.ts';

/** Which meeting, and through which door somebody speaks. */
export interface About {
  pair: PairId;
  occurrence: OccurrenceId;
  from: Feedback['from'];
}

/** What stands of a feedback after something was said, for its writer alone. */
export interface FeedbackStands {
  open: OpenPair;
  mine: Feedback;
  /** There was one already, and that one stays. */
  repeated: boolean;
  /** Offered to the writer and to nobody else: no row, measure, log or notice tells of it. */
  help?: { reason: HelpReason; contact: TurnTo | undefined };
}

interface Space {
  open: OpenPair;
  meeting: Meeting;
  known: Feedback | undefined;
}

async function openMeeting(ctx: Context, person: PersonId, about: About): Promise<Space> {
  const open = await openSpace(ctx, person, about.pair);
  const meeting = open.rows.find('meeting', about.occurrence)?.value;
  if (!meeting) throw new Refusal('missing', 'pair:meeting.missing');
  return { open, meeting, known: findGiven(open.rows, about.occurrence, person) };
}

/**
 * What one person says after a meeting, once: a face, and perhaps more. The first stays, from whichever door; a repeat
 * changes nothing and says so. Whoever says how it was has met: that settles the question whether they did.
 */
export async function giveFeedback(
  ctx: Context,
  person: PersonId,
  about: About,
  given: FeedbackGiven,
): Promise<FeedbackStands> {
  const stands = await retrying(ctx, async () => {
    const { open, meeting, known } = await openMeeting(ctx, person, about);
    if (known) return { open, mine: known, repeated: true };
    const nowMs = ctx.clock.now();
    if (!hasStarted(meeting, nowMs)) throw new Refusal('conflict', 'pair:meeting.notBegun');
    const mine = newFeedback(given, { person, ...about, nowMs });
    const isAsked = meeting.outcome !== undefined && meeting.outcome !== 'met';
    // Written again in any case: who takes the meeting back at this moment must see that somebody was there.
    open.rows.put('meeting', about.occurrence, isAsked ? { ...meeting, outcome: 'met' } : meeting);
    const others = isAsked ? othersIn(open.pair, person) : [];
    await write(ctx, open, { about, mine, others });
    return { open, mine, repeated: false };
  });
  return stands.repeated ? stands : { ...stands, ...(await helpFor(ctx, stands)) };
}

/** Another face instead of the first, within ten minutes; afterwards a refusal, and nothing changes. */
export async function changeFace(
  ctx: Context,
  person: PersonId,
  about: About,
  worthTheHour: number,
): Promise<FeedbackStands> {
  return retrying(ctx, async () => {
    const { open, known } = await openMeeting(ctx, person, about);
    if (!known) throw new Refusal('missing', 'pair:feedback.none');
    const mine = withFace(known, worthTheHour, ctx.clock.now());
    if (mine !== known) await write(ctx, open, { about, mine });
    return { open, mine, repeated: false };
  });
}

/** Adds to a face what else somebody likes to say, in the same row. */
export async function addLine(
  ctx: Context,
  person: PersonId,
  about: About,
  line: FeedbackLine,
): Promise<FeedbackStands> {
  const stands = await retrying(ctx, async () => {
    const { open, known } = await openMeeting(ctx, person, about);
    if (!known) throw new Refusal('missing', 'pair:feedback.none');
    const mine = withLine(known, line, ctx.clock.now());
    const isNew = JSON.stringify(mine) !== JSON.stringify(known);
    if (isNew) await write(ctx, open, { about, mine });
    const saysMore = mine.candid !== known.candid || mine.goOn !== known.goOn;
    return { open, mine, repeated: false, saysMore };
  });
  return stands.saysMore ? { ...stands, ...(await helpFor(ctx, stands)) } : stands;
}

/** What somebody has said of a meeting; nothing changes. */
export async function findFeedback(
  ctx: Context,
  person: PersonId,
  about: Pick<About, 'pair' | 'occurrence'>,
): Promise<{ open: OpenPair; meeting: Meeting; mine: Feedback | undefined }> {
  const { open, meeting, known } = await openMeeting(ctx, person, { ...about, from: 'card' });
  return { open, meeting, mine: known };
}

/** Its figures follow, and cards that ask still show what became of it; the one that was pressed shows it already. */
async function write(
  ctx: Context,
  open: OpenPair,
  { about, mine, others = [] }: { about: About; mine: Feedback; others?: PersonId[] },
): Promise<void> {
  const { pair, occurrence, from } = about;
  const nowMs = ctx.clock.now();
  const readers = [...(from === 'card' ? [] : [mine.person]), ...others];
  const cards = readers.map((person): Asked => ({ about: 'feedback', id: pair, part: occurrence, person }));
  await ctx.due.pointAll([
    measureSoon(nowMs, measureDue, { pair, occurrence, person: mine.person }),
    ...cards.map((card) => lookSoon(nowMs, card)),
  ]);
  open.rows.put('feedback', keyOf(occurrence, mine.person), mine);
  await open.rows.commit();
}

async function helpFor(
  ctx: Context,
  { open, mine }: Pick<FeedbackStands, 'open' | 'mine'>,
): Promise<Pick<FeedbackStands, 'help'>> {
  const meetings = open.rows.list('meeting').map(({ value }) => value);
  const own = open.rows.list('feedback').map(({ value }) => value);
  const reason = needsHelp(
    own.filter(({ person }) => person === mine.person),
    meetings,
    mine,
  );
  if (!reason) return {};
  const [contact] = await listContactsFor(ctx, { cohort: open.pair.cohort, person: mine.person });
  return { help: { reason, contact } };
}

export const meetingDue = [feedbackDue, measureDue];
