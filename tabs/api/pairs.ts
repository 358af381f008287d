import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgreementBody, FeedbackBody, GoalBody, PairAnswer } from '#api/contract/contract.ts';
import { call } from './call.ts';

const FRESH_EVERY_MS = 5_000;

export const usePair = (pair: string) =>
  useQuery({
    queryKey: ['pair', pair],
    queryFn: ({ signal }) => call('pair', { params: { pair }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

/** A change of a pair: afterwards the pair and the home screen are read again, also when it failed. */
function useChange<Input>(pair: string, change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['pair', pair] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}

export const useAnswerPair = (pair: string) =>
  useChange(pair, (answer: PairAnswer['answer']) =>
    call('answerPair', { params: { pair }, body: { answer } }),
  );

export const useMeetAgain = (pair: string) =>
  useChange(pair, (again: boolean) => call('meetAgain', { params: { pair }, body: { again } }));

/** A draft follows the version it was made from: 0 for the first. */
export const useDraftAgreement = (pair: string) =>
  useChange(pair, ({ body, after }: { body: AgreementBody; after: number }) =>
    call('draftAgreement', { params: { pair }, body, etag: String(after) }),
  );

export const useSignAgreement = (pair: string) =>
  useChange(pair, (version: number) => call('signAgreement', { params: { pair, version: String(version) } }));

export const useAddGoal = (pair: string) =>
  useChange(pair, (body: GoalBody) => call('addGoal', { params: { pair }, body }));

export const useChangeGoal = (pair: string, goal: string) =>
  useChange(pair, ({ body, etag }: { body: GoalBody; etag: string }) =>
    call('changeGoal', { params: { pair, goal }, body, etag }),
  );

export const useGiveFeedback = (pair: string, occurrence: string) =>
  useChange(pair, (body: FeedbackBody) => call('giveFeedback', { params: { pair, occurrence }, body }));
