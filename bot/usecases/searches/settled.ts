import { asId, type CohortId } from '#domain/basics/ids.ts';
import { SHORT } from '#domain/matching/shortlist.ts';
import { LISTS_MAX, listJob, newsJob } from '#domain/searches/notices.ts';
import type { Search } from '#domain/searches/search.ts';
import { Partition } from '#usecases/story/partition.ts';
import { allOf, type SettledCard, type Settling } from '#usecases/story/settling.ts';
import { findSearch, type SearchSeen } from './searches.ts';

export type SearchSettled = { kind: 'search'; cohort: CohortId; cohortName: string } & (
  | { stands: 'earlier' | 'goneOn' }
  | { stands: 'now'; seen: SearchSeen }
);

/** The list until somebody is chosen, and the latest news while it tells how the search stands, still ask. */
export const settledSearch: Settling<SearchSettled> = async (ctx, person, { id, part: search }) => {
  const cohort = asId<CohortId>(id);
  const own = await Partition.open(ctx, 'people', person);
  const cohortName = own.find('enrolment', cohort)?.value.cohortName ?? '';
  const about = { kind: 'search', cohort, cohortName } as const;
  const lists = Array.from({ length: LISTS_MAX }, (_, n) => listJob(search, n + 1));
  const row = own.find('search', cohort)?.value;
  const seen = row?.search === search ? await findSearch(ctx, { cohort, person }) : undefined;
  if (!row || !seen) {
    const news = Array.from({ length: SHORT + 1 }, (_, place) => newsJob(search, place));
    return allOf([...lists, ...news], { ...about, stands: 'earlier' });
  }
  const now = { ...about, stands: 'now', seen } as const;
  return [...(row.state === 'choosing' ? [] : allOf(lists, now)), ...settledNews(row, { about, now })];
};

function settledNews(
  row: Search,
  { about, now }: { about: Pick<SearchSettled, 'kind' | 'cohort' | 'cohortName'>; now: SearchSettled },
): SettledCard<SearchSettled>[] {
  const last = row.mentors.findLastIndex(({ state }) => state === 'past') + 1;
  const places = Array.from({ length: last + 1 }, (_, place) => place);
  const isToldElsewhere = row.state === 'over' && (row.ended === 'stopped' || row.ended === 'paired');
  return places.flatMap((place) => {
    if (isToldElsewhere) return [{ job: newsJob(row.search, place), facts: now }];
    if (place === last) return [];
    return [{ job: newsJob(row.search, place), facts: { ...about, stands: 'goneOn' as const } }];
  });
}
