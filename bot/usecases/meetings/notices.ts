import type { OccurrenceId, PairId } from '#domain/basics/ids.ts';
import type { MeetingNotice } from '#domain/meetings/notices.ts';
import { type About, aboutOf } from '#usecases/pairs/notices.ts';
import { findOpenPair, hasSpace } from '#usecases/pairs/pairs.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { hasGiven } from './feedback.ts';

export interface MeetingFacts extends About {
  kind: 'feedback';
  pair: PairId;
  occurrence: OccurrenceId;
}

export const meetingNotices: Composers<MeetingNotice, MeetingFacts> = {
  /** Nothing for who has said how it was, in the panel or the tab. */
  async feedback(ctx, to, { pair, occurrence }) {
    const open = await findOpenPair(ctx, to, pair);
    if (!open || !hasSpace(open) || hasGiven(open.rows, occurrence, to)) return undefined;
    return { kind: 'feedback', pair, occurrence, ...aboutOf(open) };
  },
};
