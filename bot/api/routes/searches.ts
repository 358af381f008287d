import { SearchChoice, Searches, SearchView } from '#api/contract/searches.ts';
import { cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import { sayReasons } from '#usecases/pairs/reasons.ts';
import {
  askInTurn,
  listSearches,
  type SearchSeen,
  startSearch,
  stopSearch,
} from '#usecases/searches/searches.ts';
import type { Words } from '#words/words.ts';

/** An executive's own search, field by field. */
const presentSearch = (words: Words, seen: SearchSeen): SearchView => ({
  cohort: seen.cohort,
  cohortName: seen.cohortName,
  state: seen.state,
  mentors: seen.mentors.map(({ person, name, reasons, state }) => ({
    ...{ person, name, state },
    reasons: sayReasons(words, reasons, { chooses: name }),
  })),
  pair: seen.pair,
  hearBy: seen.hearBy,
  why: seen.why && words(seen.why, { cohort: seen.cohortName }),
});

export const searchRoutes = [
  route('searches', {
    answer: Searches,
    run: async ({ ctx, actor, words }) => {
      const searches = await listSearches(ctx, actor.person);
      return { searches: searches.map((seen) => presentSearch(words, seen)) };
    },
  }),
  route('search', {
    answer: SearchView,
    run: async ({ ctx, actor, params, words }) =>
      presentSearch(words, await startSearch(ctx, cohortAt({ params, actor }))),
  }),
  route('askInTurn', {
    body: SearchChoice,
    answer: SearchView,
    run: async ({ ctx, actor, params, body, words }) => {
      const choice = { first: asId<PersonId>(body.first), others: body.others };
      return presentSearch(words, await askInTurn(ctx, cohortAt({ params, actor }), choice));
    },
  }),
  route('stopSearch', {
    answer: SearchView,
    run: async ({ ctx, actor, params, words }) =>
      presentSearch(words, await stopSearch(ctx, cohortAt({ params, actor }))),
  }),
];
