import { type Cards, calendarDay, listNames, pairNews } from '#teams/cards/parts.ts';
import type { ClosingFacts } from '#usecases/closing/notices.ts';

export const closingCards: Cards<ClosingFacts> = {
  /** The time they agreed on is over: the same words for all. Nothing ends by itself. */
  closing: (facts, words, reader) => {
    const values = { partners: listNames(facts.partners, reader), day: calendarDay(facts.endsOn, reader) };
    return pairNews({ ...facts, key: 'closing:card', values, part: 'closing' }, words, reader);
  },
};
