import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConcernAnswerBody, ConcernBody } from '#api/contract/concerns.ts';
import { call } from './call.ts';

const KEY = ['concerns'];

/** To whom somebody can turn, what they raised, and what was given to them. */
export const useConcerns = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('concerns', { signal }) });

function useConcernChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export const useRaiseConcern = () => useConcernChange((body: ConcernBody) => call('raiseConcern', { body }));

export const useTakeBackConcern = (concern: string) =>
  useConcernChange(() => call('takeBackConcern', { params: { concern } }));

export const useAnswerConcern = (concern: string) =>
  useConcernChange((state: ConcernAnswerBody['state']) =>
    call('answerConcern', { params: { concern }, body: { state } }),
  );
