import { type Instant, type OccurrenceId, type PairId, toInstant, toMs } from '#domain/basics/ids.ts';
import {
  askedNow,
  DROPPED_MS,
  endMeeting,
  FEEDBACK_AFTER_MS,
  type Meeting,
} from '#domain/meetings/meetings.ts';
import type { MeetingNotice } from '#domain/meetings/notices.ts';
import type { Context } from '#usecases/story/context.ts';
import { type Point, pointTo } from '#usecases/story/due.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { hasGiven } from './given.ts';

/** Asks every member who hasn't said how a meeting was; with a card of this kind. `teller`: who knows already. */
export function askAll(
  rows: Partition<'pairs'>,
  about: { pair: PairId; occurrence: OccurrenceId },
  { kind, teller = '' }: { kind: MeetingNotice['kind']; teller?: string },
): void {
  const pair = rows.find('pair')?.value;
  if (!pair || pair.state === 'ended') return;
  for (const { person: to } of pair.members) {
    if (to === teller || hasGiven(rows, about.occurrence, to)) continue;
    const job = `${kind}_${about.pair}_${about.occurrence}`;
    rows.tell({ kind: 'notify', job, to, notice: { kind, ...about } });
  }
}

/**
 * Ends an occurrence. Where it ends before its time, people may only have dropped out: they are asked how it was a
 * moment later, unless they come back.
 */
export async function endAndAsk(
  ctx: Context,
  rows: Partition<'pairs'>,
  about: { pair: PairId; meeting: Meeting; at: Instant },
): Promise<void> {
  const { pair, meeting, at } = about;
  const askMs = toMs(at) + DROPPED_MS;
  const mayComeBack = at < meeting.plannedEnd && ctx.clock.now() < askMs;
  rows.put(
    'meeting',
    meeting.occurrence,
    endMeeting(meeting, at, mayComeBack ? toInstant(askMs) : undefined),
  );
  if (mayComeBack) await ctx.due.pointAll([lookAt(askMs, pair, meeting.occurrence)]);
  else askAll(rows, { pair, occurrence: meeting.occurrence }, { kind: 'feedback' });
}

const lookAt = (atMs: number, pair: PairId, occurrence: OccurrenceId): Point =>
  pointTo(atMs, feedbackDue, { pair, occurrence });

/** Points to the moment after the planned end at which people are asked; before the change it belongs to. */
export async function expectFeedback(ctx: Context, pair: PairId, meeting: Meeting): Promise<void> {
  const { occurrence, plannedEnd } = meeting;
  await ctx.due.point(toMs(plannedEnd) + FEEDBACK_AFTER_MS, feedbackDue, { pair, occurrence });
}

export const feedbackDue = dueKind<{ pair: PairId; occurrence: OccurrenceId }>('feedback', (ctx, about) =>
  askFeedbackIfDue(ctx, about.pair, about.occurrence),
);

/**
 * Due a moment after an early end, and after the planned end in case Teams never says that the meeting ended: then
 * people are asked how it was, or, where Teams told nothing at all, whether they met.
 */
export async function askFeedbackIfDue(ctx: Context, pair: PairId, occurrence: OccurrenceId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', pair);
    const meeting = rows.find('meeting', occurrence)?.value;
    const due = meeting && askedNow(meeting, ctx.clock.now());
    if (!due) return;
    rows.put('meeting', occurrence, due);
    askAll(rows, { pair, occurrence }, { kind: due.outcome === 'unsure' ? 'didYouMeet' : 'feedback' });
    await rows.commit();
  });
}
