import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  AskAgainBody,
  MoveAsked,
  MoveBody,
  People,
  PeopleAsked,
  PeopleFile,
} from '#api/contract/roster/people.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';

const FRESH_EVERY_MS = 10_000;

/** How far everybody of a cohort is. */
export const useFlow = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'flow'],
    queryFn: ({ signal }) => call('flow', { params: { cohort }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

/** The people that are looked for, page after page; the first page alone is read again by itself. */
export const usePeople = (cohort: string, asked: Omit<PeopleAsked, 'from'>) =>
  useInfiniteQuery({
    queryKey: ['cohort', cohort, 'people', asked],
    queryFn: ({ signal, pageParam: from }) =>
      call('people', { params: { cohort }, query: { ...asked, from }, signal }),
    initialPageParam: '',
    getNextPageParam: (last: People) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? FRESH_EVERY_MS : false),
  });

/** Everybody of a cohort, read page after page. */
export async function allPeople(cohort: string): Promise<PeopleFile['people']> {
  const all: PeopleFile['people'] = [];
  let from: string | undefined = '';
  while (from !== undefined) {
    const page: PeopleFile = await call('peopleFile', { params: { cohort }, query: { from } });
    all.push(...page.people);
    from = page.next;
  }
  return all;
}

/** Asks these once more, or everybody who has not joined. */
export const useAskAgain = (cohort: string) =>
  useCohortChange(
    (members: AskAgainBody['members']) => call('askAgain', { params: { cohort }, body: { members } }),
    cohort,
  );

/** What moving these would do, to a cohort where one is chosen. */
export const useMoveCheck = (cohort: string, asked: MoveAsked) =>
  useQuery({
    queryKey: ['cohort', cohort, 'move', asked],
    queryFn: ({ signal }) => call('checkMove', { params: { cohort }, body: asked, signal }),
    placeholderData: keepPreviousData,
    // It says what would happen now, not what would have.
    gcTime: 0,
    staleTime: 0,
  });

/** Moves whoever of these can be moved. */
export const useMovePeople = (cohort: string) =>
  useCohortChange((body: MoveBody) => call('movePeople', { params: { cohort }, body }), cohort);
