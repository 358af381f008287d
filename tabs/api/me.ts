import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
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

const ERASING = { mutationKey: ['eraseMe'] };

/** Remembered for as long as the tab is open. */
export const useEraseMe = () =>
  useMutation({ ...ERASING, mutationFn: () => call('eraseMe', {}), gcTime: Number.POSITIVE_INFINITY });

const useErasing = (): readonly string[] =>
  useMutationState({ filters: ERASING, select: ({ state }) => state.status });

/** Whoever asks is met anew: once erased, the tab they left open must not ask any more. */
export const useIsGone = (): boolean => useErasing().includes('success');

const FRESH_EVERY_MS = 10_000;

export function useMe() {
  const erasing = useErasing();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => call('me', { signal }),
    refetchInterval: FRESH_EVERY_MS,
    enabled: !erasing.includes('pending') && !erasing.includes('success'),
  });
}

export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsBody) => call('saveSettings', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}
