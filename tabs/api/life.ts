import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';

/** Somebody has left the company. */
export const useSayGone = (cohort: string) =>
  useCohortChange((member: string) => call('sayGone', { params: { cohort, member } }), cohort);

/** Somebody is on leave until a day. */
export const useSayAway = (cohort: string) =>
  useCohortChange(
    ({ member, until }: { member: string; until: string }) =>
      call('sayAway', { params: { cohort, member }, body: { until } }),
    cohort,
  );

/** Somebody is back from a leave already. */
export const useSayBack = (cohort: string) =>
  useCohortChange((member: string) => call('sayBack', { params: { cohort, member } }), cohort);
