import { useQuery } from '@tanstack/react-query';
import type { ReviewBody } from '#api/contract/insights.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';

/** What was published of a cohort; without a cohort nothing is read. */
export const useInsights = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'insights'],
    queryFn: ({ signal }) => call('insights', { params: { cohort }, signal }),
    enabled: cohort !== '',
  });

/** Start, middle and end of a cohort, and what was decided. */
export const useReview = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'review'],
    queryFn: ({ signal }) => call('review', { params: { cohort }, signal }),
  });

/** Records the decision, once; `etag` is that of the review the champion saw, empty before there is one. */
export const useRecordReview = (cohort: string) =>
  useCohortChange(
    ({ body, etag }: { body: ReviewBody; etag: string }) =>
      call('recordReview', { params: { cohort }, body, etag }),
    cohort,
  );

/** What the reviews of one’s own cohorts want changed, newest first. */
export const useTweaks = () =>
  useQuery({ queryKey: ['tweaks'], queryFn: ({ signal }) => call('tweaks', { signal }) });
