import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountBody, CohortBody, ImportBody } from '#api/contract/cohorts.ts';
import { call } from './call.ts';

const FRESH_EVERY_MS = 4_000;
const ROSTER_FRESH_MS = 60_000;

export const useCohorts = () =>
  useQuery({ queryKey: ['cohorts'], queryFn: ({ signal }) => call('cohorts', { signal }) });

export const useCohort = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort],
    queryFn: ({ signal }) => call('cohort', { params: { cohort }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

export const useMembers = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'members'],
    queryFn: ({ signal }) => call('members', { params: { cohort }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

/** Everybody who may be chosen by name, read once. */
export const useRoster = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'members'],
    queryFn: ({ signal }) => call('members', { params: { cohort }, signal }),
    staleTime: ROSTER_FRESH_MS,
  });

/** A change of a cohort: afterwards everything of it is read again, also when it failed. */
export function useCohortChange<Input, Answer>(change: (input: Input) => Promise<Answer>, cohort?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cohorts'] }),
        ...(cohort ? [queries.invalidateQueries({ queryKey: ['cohort', cohort] })] : []),
      ]),
  });
}

export const useCreateCohort = () => useCohortChange((body: CohortBody) => call('createCohort', { body }));

/** With `check` nothing is changed: the answer says what would be. */
export const useImport = (cohort: string) =>
  useCohortChange((body: ImportBody) => call('importMembers', { params: { cohort }, body }), cohort);

/** Invites everybody who has not been invited; with names, sends again to those it did not reach. */
export const useInvite = (cohort: string) =>
  useCohortChange(
    (members: string[]) =>
      call('invite', { params: { cohort }, body: members.length > 0 ? { members } : {} }),
    cohort,
  );

/** Two are one person, in this cohort. */
export const useJoinMembers = (cohort: string) =>
  useCohortChange(
    ({ member, account }: { member: string; account: AccountBody }) =>
      call('joinMembers', { params: { cohort, member }, body: account }),
    cohort,
  );

/** What the last import said of somebody is taken back. */
export const useTakeBackSaid = (cohort: string) =>
  useCohortChange((member: string) => call('takeBackSaid', { params: { cohort, member } }), cohort);
