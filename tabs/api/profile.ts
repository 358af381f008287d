import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProfileBody } from '#api/contract/profile.ts';
import { call } from './call.ts';

const KEY = ['profile'];

export const useProfile = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('profile', { signal }) });

/** Saves over the version with this etag; refused with a conflict when there is a newer one. */
export function useSaveProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: ProfileBody; etag: string }) => call('saveProfile', { body, etag }),
    onSuccess: (saved) => queries.setQueryData(KEY, saved),
  });
}

/** The topics heard in what somebody wrote, and those that may be meant. */
export const recogniseTopics = (text: string) => call('recogniseTopics', { body: { text } });

/** The newest version, past every cache. */
export const readProfile = () => call('profile', {});
