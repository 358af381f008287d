import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { askMentor, lookForMentor, putAside, seeSearch, stopLooking } from '#teams/answering/searching.ts';
import { id, ticked, type Verb, verb } from './verb.ts';

const Search = z.object({ cohort: id });
/** `search`: which search the card speaks of. */
const ThisSearch = Search.extend({ search: id.optional(), sure: ticked });
const Choice = ThisSearch.extend({ first: id, others: ticked });

export const searchVerbs: Record<string, Verb> = {
  'search.start': verb(Search, {
    run: async ({ cohort }, by) => ({ next: await lookForMentor(by, asId(cohort)) }),
  }),
  'search.show': verb(Search, {
    run: async ({ cohort }, by) => ({ card: await seeSearch(by, asId(cohort)) }),
  }),
  'search.choose': verb(Choice, {
    run: async ({ cohort, search, first, others }, by) => ({
      card: await askMentor(by, asId(cohort), { first: asId(first), others, search }),
    }),
  }),
  'search.stop': verb(ThisSearch, {
    run: async ({ cohort, search, sure }, by) => ({
      card: await stopLooking(by, asId(cohort), { search, isSure: sure }),
    }),
  }),
  'search.notNow': verb(ThisSearch, {
    run: async ({ cohort, search }, by) => ({ card: await putAside(by, asId(cohort), search) }),
  }),
};
