import { z } from 'zod';
import { asId } from '#domain/basics/ids.ts';
import { askMentor, lookForMentor, putAside, stopLooking } from '#teams/answering/searching.ts';
import { id, ticked, type Verb, verb } from './verb.ts';

const Search = z.object({ cohort: id });
const Choice = z.object({ cohort: id, first: id, others: ticked });

export const searchVerbs: Record<string, Verb> = {
  'search.start': verb(Search, {
    run: async ({ cohort }, by) => ({ next: await lookForMentor(by, asId(cohort)) }),
  }),
  'search.choose': verb(Choice, {
    run: async ({ cohort, first, others }, by) => ({
      card: await askMentor(by, asId(cohort), { first: asId(first), others }),
    }),
  }),
  'search.stop': verb(Search, {
    run: async ({ cohort }, by) => ({ card: await stopLooking(by, asId(cohort)) }),
  }),
  'search.notNow': verb(Search, {
    run: async ({ cohort }, by) => ({ card: await putAside(by, asId(cohort)) }),
  }),
};
