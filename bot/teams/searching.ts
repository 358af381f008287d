import { asId, type CohortId } from '#domain/ids.ts';
import { doneCard } from './cards/done.ts';
import type { Drawn } from './cards/parts.ts';
import { searchCard, whichSearchCard } from './cards/search.ts';
import type { Parts, Speaker } from './turn.ts';

type Searcher = Speaker & { parts: Parts };

/** "Find me a mentor", typed: a list, or the question for which cohort; undefined for who is no executive. */
export async function findMentor(by: Searcher): Promise<Drawn | undefined> {
  const searches = await by.parts.stories.listSearches(by.parts.ctx, by.person);
  const [only] = searches;
  if (!only) return undefined;
  if (searches.length > 1) return whichSearchCard(searches, by.words, by.reader);
  return lookForMentor(by, only.cohort);
}

/** The list to choose from, or how the search stands. */
export async function lookForMentor(by: Searcher, cohort: CohortId): Promise<Drawn> {
  const seen = await by.parts.stories.startSearch(by.parts.ctx, { cohort, person: by.person });
  return searchCard(seen, by.words, by.reader);
}

/** The list after the choice: who is asked, and by when the executive hears. */
export async function askMentor(
  by: Searcher,
  cohort: CohortId,
  choice: { first: string; others: boolean },
): Promise<Drawn> {
  const { ctx, stories } = by.parts;
  const first = { ...choice, first: asId<never>(choice.first) };
  return searchCard(await stories.askInTurn(ctx, { cohort, person: by.person }, first), by.words, by.reader);
}

/** Nobody else is asked; `said` is the key of what the card says from now on. */
export async function stopLooking(by: Searcher, cohort: CohortId, said: string): Promise<Drawn> {
  const seen = await by.parts.stories.stopSearch(by.parts.ctx, { cohort, person: by.person });
  const text = by.words(seen.state === 'over' && seen.why ? seen.why : said, { cohort: seen.cohortName });
  return doneCard(by.words('search:title'), text, by.reader);
}
