import type { Cards } from '#teams/cards/parts.ts';
import type { RoundFacts } from '#usecases/matching/notices.ts';
import { leftOutCard } from './leftOut.ts';

export const roundCards: Cards<RoundFacts> = {
  leftOut: leftOutCard,
};
