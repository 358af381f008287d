import { useMutation, useQueryClient } from '@tanstack/react-query';
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

/** A leave of one's own, in every programme. */
export const useSayOwnAway = () => useOwnLeave((until: string) => call('sayOwnAway', { body: { until } }));
export const useSayOwnBack = () => useOwnLeave(() => call('sayOwnBack', {}));

/** Pairs rest and go on with it. */
function useOwnLeave<Input = void>(change: (input: Input) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(['programme', 'me', 'pair'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
