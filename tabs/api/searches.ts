import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SearchChoice, SearchView } from '#api/contract/searches.ts';
import { call } from './call.ts';
import { note } from './note.ts';

const FRESH_EVERY_MS = 10_000;
const KEY = ['searches'];

/** The own searches for a mentor, one a cohort; whoever isn't an executive anywhere asks nothing. */
export const useSearches = (isExecutive = true) =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await call('searches', { signal })).searches,
    refetchInterval: FRESH_EVERY_MS,
    enabled: isExecutive,
  });

/** What a search may have moved beside itself. */
const readRest = (queries: QueryClient) =>
  Promise.all(['me', 'pair'].map((key) => queries.invalidateQueries({ queryKey: [key] })));

/** Looks for three to choose from; in a big cohort that takes seconds. */
export function useSearch(cohort: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('search', { params: { cohort } }),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: KEY }), readRest(queries)]),
  });
}

/** A change of a search answers how it stands then; when it fails, all are read again. */
function useChange<Input = void>(change: (input: Input) => Promise<SearchView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (search) =>
      note<SearchView[]>(queries, KEY, (known) =>
        known.map((one) => (one.cohort === search.cohort ? search : one)),
      ),
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
    onSettled: () => readRest(queries),
  });
}

export const useAskInTurn = (cohort: string) =>
  useChange((body: SearchChoice) => call('askInTurn', { params: { cohort }, body }));

export const useStopSearch = (cohort: string) => useChange(() => call('stopSearch', { params: { cohort } }));
