import type { Cards } from '#teams/cards/parts.ts';
import type { MeetingFacts } from '#usecases/meetings/notices.ts';
import { feedbackCard } from './feedback.ts';

export const meetingCards: Cards<MeetingFacts> = {
  feedback: feedbackCard,
};
