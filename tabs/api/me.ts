import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SettingsBody } from '#api/contract/me.ts';
import { call } from './call.ts';
import { ApiProblem } from './problem.ts';

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

const GONE = 410;
const isGone = (problem: unknown): boolean => problem instanceof ApiProblem && problem.status === GONE;

const FRESH_EVERY_MS = 10_000;

export function useMe() {
  const erasing = useErasing();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => call('me', { signal }),
    refetchInterval: ({ state }) => (isGone(state.error) ? false : FRESH_EVERY_MS),
    enabled: !erasing.includes('pending') && !erasing.includes('success'),
  });
}

/** The reader is erased: by this tab, or elsewhere while it was open. Then there is nothing more to ask. */
export function useIsGone(): boolean {
  const { error } = useMe();
  return useErasing().includes('success') || isGone(error);
}

export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsBody) => call('saveSettings', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}
