import { useQuery } from '@tanstack/react-query';
import type { ChampionBody, CohortChangeBody, Deeds } from '#api/contract/cohorts.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';
import { usePress } from './press.ts';

export const useChangeCohort = (cohort: string) =>
  useCohortChange(
    ({ body, etag }: { body: CohortChangeBody; etag: string }) =>
      call('changeCohort', { params: { cohort }, body, etag }),
    cohort,
  );

/** Who runs a cohort. */
export const useChampions = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'champions'],
    queryFn: ({ signal }) => call('champions', { params: { cohort }, signal }),
  });

export function useNameChampion(cohort: string) {
  const once = usePress();
  return useCohortChange(
    (body: ChampionBody) => once((press) => call('nameChampion', { params: { cohort }, body, press })),
    cohort,
  );
}

export const useRemoveChampion = (cohort: string) =>
  useCohortChange((champion: string) => call('removeChampion', { params: { cohort, champion } }), cohort);

/** A page of what was done in a cohort. */
export const deedsReading = (cohort: string, from: string) => ({
  queryKey: ['cohort', cohort, 'deeds', from],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Deeds> =>
    call('deeds', { params: { cohort }, query: { from }, signal }),
});
