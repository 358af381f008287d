import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChampionBody } from '#api/contract/cohorts.ts';
import type { InNameAnswer, InNameBody } from '#api/contract/sponsors/sponsors.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';
import { usePress } from './press.ts';

const FRESH_EVERY_MS = 15_000;

/** Who backs a cohort, and what was written in their name. */
export const useBacking = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'backing'],
    queryFn: ({ signal }) => call('backing', { params: { cohort }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

export const useChooseSponsor = (cohort: string) =>
  useCohortChange((body: ChampionBody) => call('chooseSponsor', { params: { cohort }, body }), cohort);

export const useRemoveSponsor = (cohort: string) =>
  useCohortChange((sponsor: string) => call('removeSponsor', { params: { cohort, sponsor } }), cohort);

export const useTakeBackInName = (cohort: string) =>
  useCohortChange(
    (announcement: string) => call('takeBackInName', { params: { cohort, announcement } }),
    cohort,
  );

/** The answer, after which Home counts anew what waits. */
export function useAnswerInName(cohort: string) {
  const queries = useQueryClient();
  return useCohortChange(async ({ announcement, ...body }: InNameAnswer & { announcement: string }) => {
    const answered = await call('answerInName', { params: { cohort, announcement }, body });
    void queries.invalidateQueries({ queryKey: ['me'] });
    return answered;
  }, cohort);
}

/** In the sponsor's name: by the sponsor at once, by a champion once the sponsor agrees. */
export function useWriteInName(cohort: string, isSponsor: boolean) {
  const once = usePress();
  const route = isSponsor ? 'announceAsSponsor' : 'askInName';
  return useCohortChange(
    (body: InNameBody) => once((press) => call(route, { params: { cohort }, body, press })),
    cohort,
  );
}
