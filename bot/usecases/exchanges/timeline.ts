import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { type Moment, timelineFor } from '#domain/exchanges/timeline.ts';
import { type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';

/** The way of a pair so far, latest first: the last moments, and whether there are earlier ones. */
export interface TimelineSeen {
  open: OpenPair;
  moments: Moment[];
  hasMore: boolean;
}

/** The last `show` moments of a pair whose space is open. */
export async function getTimeline(
  ctx: Context,
  person: PersonId,
  id: PairId,
  show: number,
): Promise<TimelineSeen> {
  const open = await openSpace(ctx, person, id);
  const all = viewOfTimeline(open, ctx.clock.now());
  return { open, moments: all.slice(0, show), hasMore: all.length > show };
}

export function viewOfTimeline({ rows, pair, me, agreements }: OpenPair, nowMs: number): Moment[] {
  const happened = {
    ...{ pair, agreements },
    meetings: rows.list('meeting').map(({ value }) => value),
    feedback: rows.list('feedback').map(({ value }) => value),
    exchanges: rows.list('exchange').map(({ value }) => value),
    learnings: rows.list('learning').map(({ value }) => value),
  };
  return timelineFor(me.person, happened, nowMs);
}
