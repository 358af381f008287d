import { useQueryClient } from '@tanstack/react-query';
import type { NewMatchBody, PairView } from '#api/contract/pairs.ts';
import { call } from './call.ts';
import { usePairChange } from './pairs.ts';

type Turn = Pick<PairView, 'pair' | 'turn'>;

/** A break until a day, on what was seen: another break since is refused, and the pair is read again. */
export const usePausePair = ({ pair, turn }: Turn) =>
  usePairChange(pair, (until: string) =>
    call('pausePair', { params: { pair }, body: { until }, etag: String(turn) }),
  );

export const useResumePair = ({ pair, turn }: Turn) =>
  usePairChange(pair, () => call('resumePair', { params: { pair }, etag: String(turn) }));

export const useEndPair = (pair: string) => usePairChange(pair, () => call('endPair', { params: { pair } }));

/** Whoever would like somebody new may look at once: the own searches are read again as well. */
export function useNewMatch(pair: string) {
  const queries = useQueryClient();
  return usePairChange(pair, async (wish: NewMatchBody['wish']) => {
    await call('newMatch', { params: { pair }, body: { wish } });
    await queries.invalidateQueries({ queryKey: ['searches'] });
  });
}
