import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GatheringBody } from '#api/contract/gatherings/gatherings.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';
import { usePress } from './press.ts';

/** The gatherings of a cohort, for whoever calls them. */
export const useCalledGatherings = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'gatherings'],
    queryFn: ({ signal }) => call('calledGatherings', { params: { cohort }, signal }),
  });

export function useCallGathering(cohort: string) {
  const once = usePress();
  return useCohortChange(
    (body: GatheringBody) => once((press) => call('callGathering', { params: { cohort }, body, press })),
    cohort,
  );
}

export const useCallOffGathering = (cohort: string) =>
  useCohortChange((gathering: string) => call('callOffGathering', { params: { cohort, gathering } }), cohort);

/** The gatherings that lie ahead of a mentor. */
export const useGatherings = (cohort: string) =>
  useQuery({
    queryKey: ['gatherings', cohort],
    queryFn: ({ signal }) => call('gatherings', { params: { cohort }, signal }),
  });

export function useAnswerGathering(cohort: string, gathering: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (isComing: boolean) =>
      call('answerGathering', { params: { cohort, gathering }, body: { isComing } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['gatherings', cohort] }),
  });
}
