import { doneCard } from '#teams/cards/done.ts';
import type { Drawn, Reader } from '#teams/cards/parts.ts';
import type { FeedbackSettled } from '#usecases/meetings/settled.ts';
import type { Words } from '#words/words.ts';
import { missedCard } from './didYouMeet.ts';
import { facesCard, thanksCard } from './feedback.ts';

/** What a card about a meeting shows once somebody has said something elsewhere. */
export function feedbackSettledCard(facts: FeedbackSettled, words: Words, reader: Reader): Drawn {
  switch (facts.stands) {
    case 'given':
      return thanksCard(facts, { worthTheHour: facts.worthTheHour, canChange: true }, words, reader);
    case 'met':
      return facesCard(facts, words, reader);
    case 'missed':
      return missedCard(facts, words, reader, true);
    case 'gone':
      return doneCard(words('bot:feedback.title'), words('bot:feedback.gone'), reader, {
        about: facts.cohortName,
      });
    default:
      return facts satisfies never;
  }
}
