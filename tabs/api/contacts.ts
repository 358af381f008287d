import { useQuery } from '@tanstack/react-query';
import type { ContactBody, ContactView } from '#api/contract/contacts.ts';
import { call } from './call.ts';
import { useCohortChange } from './cohorts.ts';

const FRESH_EVERY_MS = 4_000;

/** To whom the people of a cohort can turn, and what they answered. */
export const useContacts = (cohort: string) =>
  useQuery({
    queryKey: ['cohort', cohort, 'contacts'],
    queryFn: ({ signal }) => call('contacts', { params: { cohort }, signal }),
    refetchInterval: FRESH_EVERY_MS,
  });

/** Names somebody in the place of whom the champion saw there, whose `etag` it is; empty for an empty place. */
export const useNameContact = (cohort: string, seat: ContactView['seat']) =>
  useCohortChange(
    ({ body, etag }: { body: ContactBody; etag: string }) =>
      call('nameContact', { params: { cohort, seat }, body, etag }),
    cohort,
  );
