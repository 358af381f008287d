import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PairAnswer } from '#api/contract/pairs.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';

const FRESH_EVERY_MS = 5_000;

const headKey = (pair: string) => ['pair', pair];
/** What lies in the space of a pair, read part by part. */
export const spaceKey = (
  pair: string,
  part?: 'goals' | 'meetings' | 'kept' | 'jottings' | 'timeline' | 'exchanges' | 'closing',
) => [...['pair', pair, 'space'], ...(part ? [part] : [])];

/** What is always looked at of a pair. */
export const usePair = (pair: string) =>
  useQuery({
    queryKey: headKey(pair),
    queryFn: again('pair', { params: { pair } }),
    select: contentOf,
    refetchInterval: FRESH_EVERY_MS,
  });

/** Reads the part of the space on screen again when `version` says that there is something new. */
export function useFreshSpace(pair: string, version: string): void {
  const queries = useQueryClient();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void queries.invalidateQueries({ queryKey: spaceKey(pair) });
  }, [queries, pair, version]);
}

/** A change of where a pair stands: afterwards that and the home screen are read again, also when it failed. */
export function usePairChange<Input>(pair: string, change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: headKey(pair), exact: true }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}

export const useAnswerPair = (pair: string) =>
  usePairChange(pair, (answer: PairAnswer['answer']) =>
    call('answerPair', { params: { pair }, body: { answer } }),
  );

export const useMeetAgain = (pair: string) =>
  usePairChange(pair, (again: boolean) => call('meetAgain', { params: { pair }, body: { again } }));
