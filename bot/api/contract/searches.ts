import { z } from 'zod';
import { CHOICE_STATES, SEARCH_STATES } from '#domain/searches/search.ts';
import { id, instant } from './basics.ts';

/**
 * An executive's own search in one cohort. none: not looking · choosing: three to choose from · asking: one of
 * them is asked · over: everybody on the list was asked, or the search was stopped · impossible: see `why`.
 */
export const SearchView = z.object({
  cohort: id,
  cohortName: z.string(),
  state: z.enum(['none', ...SEARCH_STATES, 'impossible']),
  /** In the order in which they are asked, best first until the executive chooses. */
  mentors: z.array(
    z.object({
      person: id,
      /** First name, with an initial where two share it. */
      name: z.string(),
      reasons: z.array(z.string()),
      /** open: may be asked next · asked: now · past: it did not come about · left: will not be asked. */
      state: z.enum(CHOICE_STATES),
    }),
  ),
  /** The introduction under way, while one is asked. */
  pair: id.nullable(),
  /** When the executive hears at the latest, while one is asked. */
  hearBy: instant.nullable(),
  /** A sentence: why there is nobody to choose from, or how it ended; else empty. */
  why: z.string(),
});
export type SearchView = z.infer<typeof SearchView>;
export const Searches = z.object({ searches: z.array(SearchView) });
export type Searches = z.infer<typeof Searches>;
/** Whom to ask first, and whether the others are asked in turn when it does not come about. */
export const SearchChoice = z.object({ first: id, others: z.boolean() });
export type SearchChoice = z.infer<typeof SearchChoice>;

export interface SearchShapes {
  searches: { answer: Searches };
  search: { answer: SearchView };
  askInTurn: { body: SearchChoice; answer: SearchView };
  stopSearch: { answer: SearchView };
}
