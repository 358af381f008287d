import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { doneCard } from '#teams/cards/done.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { searchCard, whichSearchCard } from '#teams/cards/searches/search.ts';
import { askInTurn, listSearches, startSearch, stopSearch } from '#usecases/searches/searches.ts';
import type { Parts, Speaker } from './turn.ts';

type Searcher = Speaker & { parts: Parts };

/** "Find me a mentor", typed: a list, or the question for which cohort; undefined for who is no executive. */
export async function findMentor(by: Searcher): Promise<Drawn | undefined> {
  const searches = await listSearches(by.parts.ctx, by.person);
  const [only] = searches;
  if (!only) return undefined;
  if (searches.length > 1) return whichSearchCard(searches, by.words, by.reader);
  return lookForMentor(by, only.cohort);
}

/** The list to choose from, or how the search stands. */
export async function lookForMentor(by: Searcher, cohort: CohortId): Promise<Drawn> {
  const seen = await startSearch(by.parts.ctx, { cohort, person: by.person });
  return searchCard(seen, by.words, by.reader);
}

/** The list after the choice: who is asked, and by when the executive hears. */
export async function askMentor(
  by: Searcher,
  cohort: CohortId,
  choice: { first: PersonId; others: boolean },
): Promise<Drawn> {
  const seen = await askInTurn(by.parts.ctx, { cohort, person: by.person }, choice);
  return searchCard(seen, by.words, by.reader);
}

/** The introduction under way is withdrawn, and nobody else is asked. */
export async function stopLooking(by: Searcher, cohort: CohortId): Promise<Drawn> {
  const seen = await stopSearch(by.parts.ctx, { cohort, person: by.person });
  return doneCard(by.words('search:title'), by.words(seen.why || 'search:stopped'), by.reader);
}

/** A list is put aside. The button of an old list never stops what was begun since. */
export async function putAside(by: Searcher, cohort: CohortId): Promise<Drawn> {
  const { ctx } = by.parts;
  const seen = (await listSearches(ctx, by.person)).find((one) => one.cohort === cohort);
  if (seen?.state === 'asking') return searchCard(seen, by.words, by.reader);
  if (seen?.state === 'choosing') await stopSearch(ctx, { cohort, person: by.person });
  return doneCard(by.words('search:title'), by.words('search:putAside'), by.reader);
}
