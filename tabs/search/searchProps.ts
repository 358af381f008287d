import type { SearchView } from '#api/contract/searches.ts';
import type { Place } from '../parts/place.ts';

/** What every screen of a search is given. */
export interface SearchProps {
  search: SearchView;
  go(place: Place): void;
}
