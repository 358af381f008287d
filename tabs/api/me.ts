import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SettingsBody } from '#api/contract/me.ts';
import { call } from './call.ts';

/** Everything that is held about the reader; heavy, so it is asked for once and kept while the page is open. */
export const useHeld = () =>
  useQuery({
    queryKey: ['held'],
    queryFn: ({ signal }) => call('held', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const useEraseMe = () => useMutation({ mutationFn: () => call('eraseMe', {}) });

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
    mutationFn: (body: SettingsBody) => call('saveSettings', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}
