import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountBody, CohortBody, ImportView } from '#api/contract/cohorts.ts';
import { call } from './call.ts';
import { usePress } from './press.ts';

const FRESH_EVERY_MS = 4_000;
const IMPORT_FRESH_MS = 1_000;
const FILE_NAME_LONGEST = 120;
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

export function useCreateCohort() {
  const once = usePress();
  return useCohortChange((body: CohortBody) => once((press) => call('createCohort', { body, press })));
}

/** The import that is on its way or was the last; looked at every second while it goes on. */
export const useLastImport = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'import'],
    queryFn: ({ signal }) => call('lastImport', { params: { cohort }, signal }),
    refetchInterval: ({ state }) => (isGoing(state.data?.last) ? IMPORT_FRESH_MS : false),
  });

const GOING = new Set(['checking', 'applying']);

/** It goes on by itself, also when nobody looks. */
export const isGoing = (seen: ImportView | null | undefined): boolean => GOING.has(seen?.state ?? '');

/** Sends a file as it is. Nobody is imported before that is confirmed. */
export const useCheckImport = (cohort: string) =>
  useCohortChange(
    async (file: File) =>
      call('checkImport', {
        params: { cohort },
        query: { name: file.name.slice(-FILE_NAME_LONGEST) },
        body: new Uint8Array(await file.arrayBuffer()),
        // Each choice of a file is a press of its own: it may have been mended meanwhile.
        press: crypto.randomUUID(),
      }),
    cohort,
  );

export const useConfirmImport = (cohort: string) =>
  useCohortChange((id: string) => call('confirmImport', { params: { cohort, import: id } }), cohort);

export const useDiscardImport = (cohort: string) =>
  useCohortChange((id: string) => call('discardImport', { params: { cohort, import: id } }), cohort);

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
