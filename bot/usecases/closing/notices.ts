import type { Day, PairId } from '#domain/basics/ids.ts';
import type { ClosingNotice } from '#domain/closing/notices.ts';
import { hasRunOut, standing } from '#domain/pairs/agreement.ts';
import { type About, aboutOf } from '#usecases/pairs/notices.ts';
import { agreementsIn, findOpenPair } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import type { Partition } from '#usecases/story/partition.ts';

/** The day has come until which they agreed to meet: with whom, and that nothing ends by itself. */
export type ClosingFacts = About & { kind: 'closing'; pair: PairId; endsOn: Day };

/** The last day of a time that is over, while the pair goes on; undefined while it lasts, rests or has ended. */
export function endOf(rows: Partition<'pairs'>, nowMs: number): Day | undefined {
  const pair = rows.find('pair')?.value;
  const all = agreementsIn(rows);
  if (pair?.state !== 'active' || !hasRunOut(pair, all, nowMs)) return undefined;
  return standing(pair, all)?.text.endsOn;
}

export const closingNotices: Composers<ClosingNotice, ClosingFacts> = {
  /** The same words for all. Nothing where they have agreed on a later day meanwhile, or ended. */
  async closing(ctx: Context, to, { pair, endsOn }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || endOf(open.rows, ctx.clock.now()) !== endsOn) return undefined;
    return { kind: 'closing', pair, endsOn, ...aboutOf(open) };
  },
};
