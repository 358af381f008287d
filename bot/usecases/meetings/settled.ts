import { asId, type OccurrenceId, type PairId } from '#domain/basics/ids.ts';
import { tookPlace } from '#domain/meetings/meetings.ts';
import { findOpenPair } from '#usecases/pairs/pairs.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';
import { findGiven } from './given.ts';
import { type MeetingAbout, meetingAbout } from './notices.ts';

/** What a card about a meeting shows: the reader's face, that another says they met or not, or that it is gone. */
export type FeedbackSettled = MeetingAbout & { kind: 'feedback' } & (
    | { stands: 'given'; worthTheHour: number }
    | { stands: 'met' | 'missed' | 'gone' }
  );

/** Somebody has said how a meeting was, in the panel, in the tab or on the card, or another what became of it. */
export const settledFeedback: Settling<FeedbackSettled> = async (ctx, person, { id, part }) => {
  const occurrence = asId<OccurrenceId>(part);
  const open = await findOpenPair(ctx, person, asId<PairId>(id));
  if (!open) return [];
  const meeting = open.rows.find('meeting', occurrence)?.value;
  const about = { kind: 'feedback' as const, ...meetingAbout(open, meeting ?? { occurrence }) };
  const jobs = ['feedback', 'didYouMeet', 'met'].map((kind) => `${kind}_${id}_${part}`);
  if (!meeting) return allOf(jobs, { ...about, stands: 'gone' });
  const mine = findGiven(open.rows, occurrence, person);
  if (mine) return allOf(jobs, { ...about, stands: 'given', worthTheHour: mine.worthTheHour });
  if (!tookPlace(meeting)) return allOf(jobs, { ...about, stands: 'missed' });
  return meeting.outcome === 'met' ? allOf(jobs, { ...about, stands: 'met' }) : [];
};
