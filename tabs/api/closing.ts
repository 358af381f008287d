import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClosingBody } from '#api/contract/closing.ts';
import type { PairView } from '#api/contract/pairs.ts';
import { again, contentOf } from './again.ts';
import { useDraftAgreement } from './agreement.ts';
import { call } from './call.ts';
import { spaceKey } from './pairs.ts';
import { useEndPair, useNewMatch } from './parting.ts';

export const useClosing = (pair: string) =>
  useQuery({
    queryKey: spaceKey(pair, 'closing'),
    queryFn: again('closing', { params: { pair } }),
    select: contentOf,
  });

/** What the reader says at the end, on the wording they saw; afterwards all is read again, also when it failed. */
export function useSayClosing(pair: string) {
  const queries = useQueryClient();
  return async (body: ClosingBody, seq: number): Promise<void> => {
    try {
      await call('sayClosing', { params: { pair }, body, etag: String(seq) });
    } finally {
      await queries.invalidateQueries({ queryKey: spaceKey(pair, 'closing') });
    }
  };
}

/** Carrying on until another day is a new version of the ground rules, which all sign. */
export function useCarryOn({ pair, agreement }: Pick<PairView, 'pair' | 'agreement'>) {
  const draft = useDraftAgreement(pair);
  return async (endsOn: string): Promise<void> => {
    if (!agreement) return;
    await draft.mutateAsync({ body: { ...agreement.text, endsOn }, after: agreement.version });
  };
}

/** The end, and with `wantsNew` the wish for somebody new right after it. */
export function usePartWays(pair: string) {
  const end = useEndPair(pair);
  const wish = useNewMatch(pair);
  return async (wantsNew: boolean): Promise<void> => {
    await end.mutateAsync(undefined);
    // The end stands whatever becomes of the wish: the page after it asks for that again.
    if (wantsNew) await wish.mutateAsync('somebodyNew').catch(() => undefined);
  };
}
