import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';

export const useInsights = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'insights'],
    queryFn: ({ signal }) => call('insights', { params: { cohort }, signal }),
  });
