import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EnrolmentAnswer, SuggestionBody } from '#api/contract/enrolments.ts';
import { call } from './call.ts';

export const useProgramme = (cohort: string) =>
  useQuery({
    queryKey: ['programme', cohort],
    queryFn: ({ signal }) => call('programme', { params: { cohort }, signal }),
  });

export function useAnswerEnrolment(cohort: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (answer: EnrolmentAnswer['answer']) =>
      call('answerEnrolment', { params: { cohort }, body: { answer } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** Tells whoever runs a programme of a colleague who might like it. */
export const useSuggestPeer = (cohort: string) =>
  useMutation({
    mutationFn: (body: SuggestionBody) => call('suggestPeer', { params: { cohort }, body }),
  });
