import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';

/** Whom people who take part would like to see invited, as far as nobody has dealt with it. */
export const useSuggestions = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'suggestions'],
    queryFn: ({ signal }) => call('suggestions', { params: { cohort }, signal }),
  });

/** Invites whoever was suggested, or passes them over. */
export const useDealWithSuggestion = (cohort: string) =>
  useCohortChange(({ suggestion, how }: { suggestion: string; how: 'invite' | 'pass' }) => {
    const params = { cohort, suggestion };
    return how === 'invite' ? call('inviteSuggested', { params }) : call('passOverSuggested', { params });
  }, cohort);
