import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExchangeBody, LearningBody } from '#api/contract/exchanges.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';
import { spaceKey } from './pairs.ts';
import { usePress } from './press.ts';

/** The last `show` moments; those on screen stay there while more are read. */
export const useTimeline = (pair: string, show: number) =>
  useQuery({
    queryKey: [...spaceKey(pair, 'timeline'), show],
    queryFn: again('timeline', { params: { pair }, query: { show: String(show) } }),
    select: contentOf,
    placeholderData: keepPreviousData,
  });

/** Give and take, and the last helps. */
export const useExchanges = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'exchanges'),
    queryFn: again('exchanges', { params: { pair } }),
    select: contentOf,
  });

/** What can be noted and kept along the way; timeline and scales are read again after each, also when it failed. */
export function useAlong(pair: string) {
  const queries = useQueryClient();
  const once = usePress();
  const params = { pair };
  async function settled<Answer>(change: Promise<Answer>): Promise<Answer> {
    try {
      return await change;
    } finally {
      await Promise.all(
        (['timeline', 'exchanges'] as const).map((part) =>
          queries.invalidateQueries({ queryKey: spaceKey(pair, part) }),
        ),
      );
    }
  }
  return {
    note: (body: ExchangeBody) => settled(once((press) => call('addExchange', { params, body, press }))),
    takeBack: (exchange: string) => settled(call('takeBackExchange', { params: { pair, exchange } })),
    keep: (body: LearningBody) => settled(once((press) => call('addLearning', { params, body, press }))),
    change: (learning: string, body: LearningBody, etag: string) =>
      settled(call('changeLearning', { params: { pair, learning }, body, etag })),
    remove: (learning: string) => settled(call('removeLearning', { params: { pair, learning } })),
  };
}
