import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeedbackBody } from '#api/contract/meetings.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';
import { spaceKey } from './pairs.ts';

export const useMeetings = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'meetings'),
    queryFn: again('meetings', { params: { pair } }),
    select: contentOf,
  });

/** The questions kept for later. */
export const useKept = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'kept'),
    queryFn: again('kept', { params: { pair } }),
    select: contentOf,
  });

export function useGiveFeedback(pair: string, occurrence: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FeedbackBody) => call('giveFeedback', { params: { pair, occurrence }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: spaceKey(pair, 'meetings') }),
  });
}
