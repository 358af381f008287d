import type { SearchView } from '#api/contract/searches.ts';
import { useDates } from '../parts/dates.ts';

/**
 * What sentences about a search speak of: who is asked, by when one hears, and why it is as it is. Between two who
 * are asked there may be a moment without either; the sentences for it end in `_soon`.
 */
export function useSearchWords(search: SearchView | undefined) {
  const dates = useDates();
  const name = search?.mentors.find(({ state }) => state === 'asked')?.name ?? '';
  const when = search?.hearBy ? dates.moment(search.hearBy) : '';
  const isSoon = search?.state === 'asking' && (name === '' || when === '');
  return { name, when, why: search?.why ?? '', ...(isSoon ? { context: 'soon' } : {}) };
}
