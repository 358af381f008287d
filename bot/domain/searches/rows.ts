import type { Search } from './search.ts';

/** Rows in the partition of a person. */
export interface SearchRows {
  /** `search_<cohort>`: an executive's own search for a mentor. */
  search: Search;
}
