import type { Cards } from '#teams/cards/parts.ts';
import type { MeetingFacts } from '#usecases/meetings/notices.ts';
import { didYouMeetCard } from './didYouMeet.ts';
import { facesCard } from './feedback.ts';

export const meetingCards: Cards<MeetingFacts> = {
  feedback: (facts, words, reader) => facesCard(facts, words, reader),
  met: (facts, words, reader) => facesCard(facts, words, reader),
  didYouMeet: didYouMeetCard,
};
