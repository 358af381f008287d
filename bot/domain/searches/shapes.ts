import {
  fields,
  flag,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
} from '#domain/basics/shape.ts';
import { reason } from '#domain/pairs/shapes.ts';
import type { SearchRows } from './rows.ts';
import { CHOICE_STATES, SEARCH_STATES, type Search, type SearchMentor } from './search.ts';

const mentor = fields<SearchMentor>({
  ...{ person: id, reasons: listOf(reason), fit: number, state: oneOf(CHOICE_STATES) },
});

export const searchShapes: ShapesOf<SearchRows> = {
  search: fields<Search>({
    ...{ search: id, mentors: listOf(mentor), others: flag, startedAt: instant },
    ...{ state: oneOf(SEARCH_STATES), pair: maybe(id), ended: maybe(text) },
  }),
};
