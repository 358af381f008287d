import { asId, type OccurrenceId, type PairId } from '#domain/basics/ids.ts';
import { type About, aboutOf } from '#usecases/pairs/notices.ts';
import { findOpenPair } from '#usecases/pairs/pairs.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';
import { hasGiven } from './feedback.ts';

export interface FeedbackSettled extends About {
  kind: 'feedback';
}

/** Somebody has said how a meeting was, in the panel, in the tab or on the card. */
export const settledFeedback: Settling<FeedbackSettled> = async (ctx, person, { id, part }) => {
  const open = await findOpenPair(ctx, person, asId<PairId>(id));
  if (!open || !hasGiven(open.rows, asId<OccurrenceId>(part), person)) return [];
  return allOf([`feedback_${id}_${part}`], { kind: 'feedback', ...aboutOf(open) });
};
