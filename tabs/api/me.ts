import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.ts';

const FRESH_EVERY_MS = 10_000;

export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => call('me', { signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (newsMuted: boolean) => call('saveSettings', { body: { newsMuted } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}
