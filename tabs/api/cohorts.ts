import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  AccountBody,
  CohortBody,
  Members,
  MembersAsked,
  PreferencesBody,
} from '#api/contract/cohorts.ts';
import type { ImportView, LastImport } from '#api/contract/roster/imports.ts';
import { call } from './call.ts';
import { usePress } from './press.ts';

const FRESH_EVERY_MS = 4_000;
const IMPORT_FRESH_MS = 1_000;
const FILE_NAME_LONGEST = 120;
/** While a file is on its way its own row says how far it is; nothing else is asked often. */
const MEANWHILE_MS = 60_000;
/** To look at everybody costs the server a read of each. */
const MANY = 300;
const MANY_FRESH_MS = 30_000;

export const useCohorts = () =>
  useQuery({ queryKey: ['cohorts'], queryFn: ({ signal }) => call('cohorts', { signal }) });

const importKey = (cohort: string) => ['cohort', cohort, 'import'];

const isImporting = (queries: QueryClient, cohort: string): boolean =>
  isGoing(queries.getQueryData<LastImport>(importKey(cohort))?.last);

export function useCohort(cohort: string) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['cohort', cohort],
    queryFn: ({ signal }) => call('cohort', { params: { cohort }, signal }),
    refetchInterval: () => (isImporting(queries, cohort) ? MEANWHILE_MS : FRESH_EVERY_MS),
  });
}

/** One page of the members that are asked for, and the counts over all. */
const membersReading = (queries: QueryClient, cohort: string, asked: MembersAsked) => ({
  queryKey: [
    'cohort',
    cohort,
    'members',
    asked.which ?? '',
    asked.role ?? '',
    asked.find ?? '',
    asked.from ?? '0',
  ],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call('members', { params: { cohort }, query: { ...asked }, signal }),
  refetchInterval: ({ state }: { state: { data?: Members | undefined } }) => {
    if (isImporting(queries, cohort)) return MEANWHILE_MS;
    return (state.data?.counts.everybody ?? 0) > MANY ? MANY_FRESH_MS : FRESH_EVERY_MS;
  },
});

/** The first page of those asked for. */
export function useMembers(cohort: string, asked: Omit<MembersAsked, 'from'>) {
  const queries = useQueryClient();
  return useQuery({ ...membersReading(queries, cohort, asked), placeholderData: keepPreviousData });
}

/** Every page of one kind of members. */
export function useMemberPages(cohort: string, which: NonNullable<MembersAsked['which']>) {
  const queries = useQueryClient();
  return (asked: { find: string; from: string }) => membersReading(queries, cohort, { which, ...asked });
}

/** Reads everything of a cohort again, once something that was on its way has come to its end. */
export function useCohortNews(cohort: string): () => void {
  const queries = useQueryClient();
  return useCallback(
    () => void queries.invalidateQueries({ queryKey: ['cohort', cohort] }),
    [queries, cohort],
  );
}

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

/** What columns are that were not recognised, as the server reads it, and why some are kept. */
export interface ColumnsSaid {
  columns: string;
  why: string;
}

/** The import that is on its way or was the last; looked at every second while it goes on. */
export const useLastImport = (cohort: string) =>
  useQuery({
    queryKey: importKey(cohort),
    queryFn: ({ signal }) => call('lastImport', { params: { cohort }, signal }),
    refetchInterval: ({ state }) => (isGoing(state.data?.last) ? IMPORT_FRESH_MS : false),
  });

const GOING = new Set(['checking', 'applying']);

/** It goes on by itself, also when nobody looks. */
export const isGoing = (seen: ImportView | null | undefined): boolean => GOING.has(seen?.state ?? '');

/** So much of a file shows what its columns are. */
const HEAD = 131_072;

/** What is not recognised of a list, from the beginning of its file. */
export const columnsOf = async (cohort: string, file: File) =>
  call('importColumns', {
    params: { cohort },
    body: new Uint8Array(await file.slice(0, HEAD).arrayBuffer()),
  });

/** In what rounds would rather have two differ, as the cohort stood under `etag`. */
export const usePrefer = (cohort: string) =>
  useCohortChange(
    ({ prefers, etag }: PreferencesBody & { etag: string }) =>
      call('prefer', { params: { cohort }, body: { prefers }, etag }),
    cohort,
  );

/** A column of lists is kept no more. */
export const useDropAttribute = (cohort: string) =>
  useCohortChange((name: string) => call('dropAttribute', { params: { cohort }, query: { name } }), cohort);

/** Sends a file as it is, for all its lines or for the good ones alone. Nobody is imported before that is confirmed. */
export const useCheckImport = (cohort: string) =>
  useCohortChange(
    async ({ file, lines, said }: { file: File; lines: 'all' | 'good'; said: ColumnsSaid }) =>
      call('checkImport', {
        params: { cohort },
        query: {
          name: file.name.slice(-FILE_NAME_LONGEST),
          ...(lines === 'good' && { lines }),
          ...(said.columns && said),
        },
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

/** Invites everybody who has not been invited, or sends again to all whom it did not reach. */
export const useInvite = (cohort: string) =>
  useCohortChange(
    (whom: 'fresh' | 'lost') =>
      call('invite', { params: { cohort }, body: whom === 'lost' ? { members: 'lost' } : {} }),
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
