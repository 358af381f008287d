import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { doneCard } from '#teams/cards/done.ts';
import type { Drawn } from '#teams/cards/parts.ts';
import { searchCard, stopCard, whichSearchCard } from '#teams/cards/searches/search.ts';
import {
  askInTurn,
  getSearch,
  listSearches,
  type SearchSeen,
  startSearch,
  stopSearch,
} from '#usecases/searches/searches.ts';
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
  const { person, words, reader } = by;
  const { search, state } = seen;
  const isLasting = search !== undefined && (state === 'choosing' || state === 'asking');
  return { ...searchCard(seen, words, reader), ...(isLasting && { asks: { person, search } }) };
}

/** The search as it stands. */
export async function seeSearch(by: Searcher, cohort: CohortId): Promise<Drawn> {
  return searchCard(await theSearch(by, cohort), by.words, by.reader);
}

const theSearch = (by: Searcher, cohort: CohortId): Promise<SearchSeen> =>
  getSearch(by.parts.ctx, { cohort, person: by.person });

/** The card of an earlier search does nothing to a later one. */
const isEarlier = (seen: SearchSeen, search: string | undefined): boolean =>
  search !== undefined && search !== seen.search;

const earlier = (by: Searcher): Drawn =>
  doneCard(by.words('search:title'), by.words('bot:settled.search'), by.reader);

/** The list after the choice: who is asked, and by when the executive hears. */
export async function askMentor(
  by: Searcher,
  cohort: CohortId,
  { search, ...choice }: { first: PersonId; others: boolean; search?: string | undefined },
): Promise<Drawn> {
  const known = search === undefined ? undefined : await theSearch(by, cohort);
  if (known?.search !== undefined && isEarlier(known, search)) return earlier(by);
  const seen = await askInTurn(by.parts.ctx, { cohort, person: by.person }, choice);
  return searchCard(seen, by.words, by.reader);
}

/** The introduction under way is withdrawn, and nobody else is asked; asked back, and only for this search. */
export async function stopLooking(
  by: Searcher,
  cohort: CohortId,
  { search, isSure }: { search?: string | undefined; isSure: boolean },
): Promise<Drawn> {
  const known = await theSearch(by, cohort);
  if (isEarlier(known, search)) return earlier(by);
  if (known.state === 'over') return searchCard(known, by.words, by.reader);
  if (!isSure && known.state === 'asking') return stopCard(known, by.words, by.reader);
  const seen = await stopSearch(by.parts.ctx, { cohort, person: by.person });
  return doneCard(
    by.words('search:title'),
    by.words(seen.why || 'search:stopped', { cohort: seen.cohortName }),
    by.reader,
    {
      about: seen.cohortName,
    },
  );
}

/** A list is put aside. The button of an old list never stops what was begun since. */
export async function putAside(by: Searcher, cohort: CohortId, search?: string): Promise<Drawn> {
  const { ctx } = by.parts;
  const seen = (await listSearches(ctx, by.person)).find((one) => one.cohort === cohort);
  if (seen?.state === 'asking') return searchCard(seen, by.words, by.reader);
  if (seen?.state === 'choosing' && isEarlier(seen, search)) return earlier(by);
  if (seen?.state === 'choosing') await stopSearch(ctx, { cohort, person: by.person });
  return doneCard(by.words('search:title'), by.words('search:putAside'), by.reader, {
    about: seen?.cohortName ?? '',
  });
}
