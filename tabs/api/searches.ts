import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SearchChoice, SearchView } from '#api/contract/contract.ts';
import { call } from './call.ts';

const FRESH_EVERY_MS = 10_000;

/** The own searches for a mentor, one a cohort; whoever isn't an executive anywhere asks nothing. */
export const useSearches = (isExecutive = true) =>
  useQuery({
    queryKey: ['searches'],
    queryFn: async ({ signal }) => (await call('searches', { signal })).searches,
    refetchInterval: FRESH_EVERY_MS,
    enabled: isExecutive,
  });

/** A change of a search: afterwards everything it may have moved is read again, also when it failed. */
function useChange<Input = void>(change: (input: Input) => Promise<SearchView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(['searches', 'me', 'pair'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}

/** Looks for three to choose from; in a big cohort that takes seconds. */
export const useSearch = (cohort: string) => useChange(() => call('search', { params: { cohort } }));

export const useAskInTurn = (cohort: string) =>
  useChange((body: SearchChoice) => call('askInTurn', { params: { cohort }, body }));

export const useStopSearch = (cohort: string) => useChange(() => call('stopSearch', { params: { cohort } }));
