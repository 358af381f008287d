import type { SearchView } from '#api/contract/searches.ts';

/** What comes next in a search for a mentor. */
export const STEP_OF_SEARCH = {
  choosing: 'chooseMentor',
  asking: 'waitForMentor',
  none: 'findMentor',
  over: 'lookAgain',
  impossible: 'nobodyFits',
} as const satisfies Record<SearchView['state'], string>;
export type SearchStep = (typeof STEP_OF_SEARCH)[SearchView['state']];
