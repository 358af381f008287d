import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PairCard } from '#api/contract/pairs.ts';
import { again, contentOf } from './again.ts';
import { call } from './call.ts';

const MINE = ['photo'];
const PAIRS = ['photos'];
/** Faces change once in a while: they are asked for again after that, and then only by their etag. */
const FRESH_FOR_MS = 5 * 60_000;

/** The reader's own photo, in base64; empty for none. */
export const useMyPhoto = () =>
  useQuery({ queryKey: MINE, queryFn: again('photo', {}), select: contentOf, staleTime: FRESH_FOR_MS });

/** The photos of a pair, while it is one; initials stand wherever there is none, or none has come yet. */
export const usePairPhotos = ({ pair, state }: Partial<Pick<PairCard, 'pair' | 'state'>>) =>
  useQuery({
    queryKey: [...PAIRS, pair],
    queryFn: again('pairPhotos', { params: { pair: pair ?? '' } }),
    select: contentOf,
    staleTime: FRESH_FOR_MS,
    enabled: state === 'active' || state === 'paused',
  });

/** Keeps a photo, or takes it away where it is empty. */
export function useSavePhoto() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (image: string) => (image ? call('savePhoto', { body: { image } }) : call('removePhoto', {})),
    onSettled: () => Promise.all([MINE, PAIRS].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
