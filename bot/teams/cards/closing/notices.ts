import { type Cards, calendarDay, pairNews, withReader } from '#teams/cards/parts.ts';
import type { ClosingFacts } from '#usecases/closing/notices.ts';

export const closingCards: Cards<ClosingFacts> = {
  /** The time they agreed on is over: the same words for all. Nothing ends by itself. */
  closing: (facts, words, reader) => {
    const values = { ...withReader(facts.partners, reader), day: calendarDay(facts.endsOn, reader) };
    return pairNews({ ...facts, key: 'closing:card', values, part: 'closing' }, words, reader);
  },
};
