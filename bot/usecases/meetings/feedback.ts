import { createHmac } from 'node:crypto';
import { type Instant, type OccurrenceId, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import type { Feedback } from '#domain/meetings/feedback.ts';
import { type FeedbackGiven, measureOf, newFeedback } from '#domain/meetings/feedback.ts';
import type { Meeting } from '#domain/meetings/meetings.ts';
import { endMeeting, FEEDBACK_AFTER_MS, hasStarted } from '#domain/meetings/meetings.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import { openSpace } from '#usecases/pairs/pairs.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { pointTo } from '#usecases/story/due.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';

/** Nobody waits for figures: they are copied once the feedback is safe, with the next look at what is due. */
const MEASURED_AFTER_MS = 30_000;

const keyOf = (occurrence: OccurrenceId, person: PersonId): string => `${occurrence}_${person}`;

/** What one person says after a meeting, once: the first stays, a repeat changes nothing and says so. */
export async function giveFeedback(
  ctx: Context,
  person: PersonId,
  id: PairId,
  occurrence: OccurrenceId,
  given: FeedbackGiven,
  from: Feedback['from'],
): Promise<{ repeated: boolean }> {
  return retrying(ctx, async () => {
    const { rows } = await openSpace(ctx, person, id);
    const meeting = rows.find('meeting', occurrence)?.value;
    if (!meeting) throw new Refusal('missing', 'pair:meeting.missing');
    if (hasGiven(rows, occurrence, person)) return { repeated: true };
    if (!hasStarted(meeting, ctx.clock.now())) throw new Refusal('conflict', 'pair:meeting.notBegun');
    const feedback = newFeedback(given, { person, occurrence, from, nowMs: ctx.clock.now() });
    rows.create('feedback', keyOf(occurrence, person), feedback);
    const nowMs = ctx.clock.now();
    await ctx.due.pointAll([
      pointTo(nowMs + MEASURED_AFTER_MS, measureDue, { pair: id, occurrence, person, look: '1' }),
      lookSoon(nowMs, { about: 'feedback', id, part: occurrence, person }),
    ]);
    await rows.commit();
    return { repeated: false };
  });
}

export const hasGiven = (rows: Partition<'pairs'>, occurrence: OccurrenceId, person: PersonId): boolean =>
  rows.find('feedback', keyOf(occurrence, person)) !== undefined;

/** Ends an occurrence and asks every member who hasn't said how it was. */
export function endAndAsk(rows: Partition<'pairs'>, id: PairId, meeting: Meeting, at: Instant): void {
  const { occurrence } = meeting;
  rows.put('meeting', occurrence, endMeeting(meeting, at));
  const pair = rows.find('pair')?.value;
  if (!pair || pair.state === 'ended') return;
  for (const { person: to } of pair.members) {
    if (hasGiven(rows, occurrence, to)) continue;
    const notice = { kind: 'feedback' as const, pair: id, occurrence };
    rows.tell({ kind: 'notify', job: `feedback_${id}_${occurrence}`, to, notice });
  }
}

/** Points to the moment after the planned end at which people are asked; before the change it belongs to. */
export async function expectFeedback(ctx: Context, pair: PairId, meeting: Meeting): Promise<void> {
  const { occurrence, plannedEnd } = meeting;
  await ctx.due.point(toMs(plannedEnd) + FEEDBACK_AFTER_MS, feedbackDue, { pair, occurrence });
}

const feedbackDue = dueKind<{ pair: PairId; occurrence: OccurrenceId }>('feedback', (ctx, about) =>
  askFeedbackIfDue(ctx, about.pair, about.occurrence),
);

/** Due after the planned end, in case Teams never says that the meeting ended. */
export async function askFeedbackIfDue(ctx: Context, id: PairId, occurrence: OccurrenceId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', id);
    const meeting = rows.find('meeting', occurrence)?.value;
    if (!meeting || meeting.state === 'ended') return;
    if (ctx.clock.now() < toMs(meeting.plannedEnd) + FEEDBACK_AFTER_MS) return;
    endAndAsk(rows, id, meeting, meeting.plannedEnd);
    await rows.commit();
  });
}

/**
 * Copies the numbers of one feedback to the cohort, under a pseudonym that can be found again to be erased. No
 * word and no name goes with them. May run twice; false while there is no such feedback.
 */
async function projectMeasure(
  ctx: Context,
  { pair: id, occurrence, person }: { pair: PairId; occurrence: OccurrenceId; person: PersonId },
): Promise<boolean> {
  const own = await Partition.open(ctx, 'pairs', id);
  const pair = own.find('pair')?.value;
  const feedback = own.find('feedback', keyOf(occurrence, person))?.value;
  const role = pair && memberOf(pair, person)?.role;
  if (!pair || !role || !feedback) return false;
  const pseudonym = createHmac('sha256', ctx.pseudonymKey).update(person).digest('hex').slice(0, 32);
  const rows = await Partition.openCohort(ctx, pair.cohort, []);
  rows.create('measure', `${occurrence}_${pseudonym}`, measureOf(feedback, role));
  try {
    await rows.commit();
  } catch (error) {
    // It is there already.
    if (!(error instanceof Conflict)) throw error;
  }
  return true;
}

/** How often a pointer looks for a feedback whose own writing is late, and how long it waits in between. */
const MEASURE_LOOKS = 3;
const LOOK_AGAIN_MS = 10 * 60_000;

const measureDue = dueKind<{ pair: PairId; occurrence: OccurrenceId; person: PersonId; look: string }>(
  'measure',
  async (ctx, { look, ...about }) => {
    const isThere = await projectMeasure(ctx, about);
    if (isThere || Number(look) >= MEASURE_LOOKS) return;
    await ctx.due.point(ctx.clock.now() + LOOK_AGAIN_MS, measureDue, {
      ...about,
      look: String(Number(look) + 1),
    });
  },
);

export const meetingDue = [feedbackDue, measureDue];
