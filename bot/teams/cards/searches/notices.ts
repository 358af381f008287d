import type { Cards } from '#teams/cards/parts.ts';
import type { SearchFacts } from '#usecases/searches/notices.ts';
import { searchNewsCard } from './searchNews.ts';

export const searchCards: Cards<SearchFacts> = {
  searchNews: searchNewsCard,
};
