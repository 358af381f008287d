import type { SearchView } from '#api/contract.ts';
import { useDates } from '../parts/dates.ts';

/** What sentences about a search speak of: who is asked, by when one hears, and why it is as it is. */
export function useSearchWords(search: SearchView | undefined) {
  const dates = useDates();
  return {
    name: search?.mentors.find(({ state }) => state === 'asked')?.name ?? '',
    when: search?.hearBy ? dates.moment(search.hearBy) : '',
    why: search?.why ?? '',
  };
}
