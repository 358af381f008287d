import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoundView, WishBody, Wishes, WishView } from '#api/contract/rounds.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';
import { note } from './note.ts';
import { usePress } from './press.ts';

const RUNNING_EVERY_MS = 1_000;
const FRESH_EVERY_MS = 4_000;
const PUBLISHING_EVERY_MS = 2_000;
const WISHES_EVERY_MS = 15_000;

/** Whether a run is on its way, and which list of rounds is the newest. */
export const useRunningRound = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'running'],
    queryFn: ({ signal }) => call('runningRound', { params: { cohort }, signal }),
    refetchInterval: ({ state }) => (state.data?.running ? RUNNING_EVERY_MS : FRESH_EVERY_MS),
  });

/** Thousands of proposals are read again only when `version` says that there is something new. */
export const useRounds = (cohort: string, version: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'rounds', version],
    queryFn: ({ signal }) => call('rounds', { params: { cohort }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (isPublishing(state.data?.rounds) ? PUBLISHING_EVERY_MS : false),
  });

/** Pages of a round; its state is part of the key, since publishing changes what becomes of each two. */
const roundReading = (cohort: string, { round, state, ranAt }: RoundView, asked: RoundPage) => ({
  queryKey: ['cohort', cohort, 'rounds', round, state, ranAt, asked.find, asked.from],
  refetchInterval: state === 'publishing' ? PUBLISHING_EVERY_MS : (false as const),
  staleTime: Number.POSITIVE_INFINITY,
});
type RoundPage = { find: string; from: string };

export const proposalPages = (cohort: string, view: RoundView) => (asked: RoundPage) => {
  const { queryKey, ...reading } = roundReading(cohort, view, asked);
  const params = { cohort, round: String(view.round) };
  return {
    ...reading,
    queryKey: [...queryKey, 'proposals'],
    queryFn: ({ signal }: { signal: AbortSignal }) => call('proposals', { params, query: asked, signal }),
  };
};

export const leftOutPages = (cohort: string, view: RoundView) => (asked: RoundPage) => {
  const { queryKey, ...reading } = roundReading(cohort, view, asked);
  const params = { cohort, round: String(view.round) };
  return {
    ...reading,
    queryKey: [...queryKey, 'leftOut'],
    queryFn: ({ signal }: { signal: AbortSignal }) => call('leftOut', { params, query: asked, signal }),
  };
};

/** The first page of a list, as it came with the round. */
export const firstOf = (shown: readonly unknown[], count: number) => ({
  found: count,
  ...(shown.length < count ? { more: shown.length } : {}),
});

const isPublishing = (rounds: RoundView[] = []): boolean =>
  rounds.some(({ state }) => state === 'publishing');

/** A run; after another round than `after` it is another press. */
export function useRunRound(cohort: string, after: number) {
  const once = usePress();
  return useCohortChange(
    (fresh: boolean) =>
      once((press) =>
        call('runRound', { params: { cohort }, body: { fresh }, press: `${press} after ${after}` }),
      ),
    cohort,
  );
}

export const usePublishRound = (cohort: string) =>
  useCohortChange(
    (round: number) => call('publishRound', { params: { cohort, round: String(round) } }),
    cohort,
  );

export function useCancelRound(cohort: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('cancelRound', { params: { cohort } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cohort', cohort, 'running'] }),
  });
}

const wishesKey = (cohort: string) => ['cohort', cohort, 'wishes'];

export const useWishes = (cohort: string) =>
  useQuery({
    queryKey: wishesKey(cohort),
    queryFn: ({ signal }) => call('wishes', { params: { cohort }, signal }),
    refetchInterval: WISHES_EVERY_MS,
  });

/** A change of one wish changes the list here; when it fails, all are read again. */
function useWishChange<Input, Answer>(
  cohort: string,
  change: (input: Input) => Promise<Answer>,
  noted: (wishes: readonly WishView[], answer: Answer, input: Input) => WishView[],
) {
  const queries = useQueryClient();
  const queryKey = wishesKey(cohort);
  return useMutation({
    mutationFn: change,
    onSuccess: (answer, input) =>
      note<Wishes>(queries, queryKey, ({ wishes }) => ({ wishes: noted(wishes, answer, input) })),
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

type Two = Pick<WishView, 'executive' | 'mentor'>;
const keyOf = ({ executive, mentor }: Two): string => `${executive.person}_${mentor.person}`;

/** The wishes without what was asked of these two. */
export const withoutWish = (wishes: readonly WishView[], two: Two): WishView[] =>
  wishes.filter((one) => keyOf(one) !== keyOf(two));

/** The wishes with this one, in the order in which the server has them. */
export const withWish = (wishes: readonly WishView[], wish: WishView): WishView[] =>
  [...withoutWish(wishes, wish), wish].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

export type NewWish = WishBody & { executive: string; mentor: string };

export const useWish = (cohort: string) =>
  useWishChange(
    cohort,
    ({ executive, mentor, wish }: NewWish) =>
      call('wish', { params: { cohort, executive, mentor }, body: { wish } }),
    withWish,
  );

export const useTakeBackWish = (cohort: string) =>
  useWishChange(
    cohort,
    ({ executive, mentor, etag }: WishView) =>
      call('takeBackWish', {
        params: { cohort, executive: executive.person, mentor: mentor.person },
        etag,
      }),
    (wishes, _, two) => withoutWish(wishes, two),
  );
