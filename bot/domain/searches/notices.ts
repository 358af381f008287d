import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Search } from './search.ts';

/** News of a search after the introduction at a place of its list, from 1; 0 where nobody could be asked. */
export const newsJob = (search: string, place: number): string => `searchNews_${search}_${place}`;

/** The list of a search as it was shown in the chat, for the `time`th time. */
export const listJob = (search: string, time: number): string => `searchList_${search}_${time}`;

/** So many lists of one search are remembered: whoever asks again and again sees the first of them settled. */
export const LISTS_MAX = 5;

/** Where somebody stands in the list of a search, from 1; 0 for nobody. */
export const placeOf = ({ mentors }: Pick<Search, 'mentors'>, asked: PersonId | ''): number =>
  mentors.findIndex(({ person }) => person === asked) + 1;

/** How an executive's search goes on, or that it is over. */
export type SearchNotice = { kind: 'searchNews'; cohort: CohortId; search: string; past: PersonId | '' };
