import type { SearchView } from '../answers.ts';
import { aMentor, aSearch } from '../given.ts';

export const aisha = aMentor();
export const diego = aMentor({ person: 'diego', name: 'Diego', reasons: ['Diego films with a phone.'] });
const meera = aMentor({ person: 'meera', name: 'Meera', reasons: ['Meera negotiates for a living.'] });

/** Three to choose from. */
export const choosing = (said: Partial<SearchView> = {}): SearchView =>
  aSearch({ state: 'choosing', mentors: [aisha, diego, meera], ...said });

/** Diego is asked, Aisha was, Meera may be. */
export const asking = (said: Partial<SearchView> = {}): SearchView =>
  aSearch({
    state: 'asking',
    mentors: [{ ...aisha, state: 'past' }, { ...diego, state: 'asked' }, meera],
    pair: 'clara-diego',
    hearBy: '2026-11-12T08:00:00.000Z',
    ...said,
  });
