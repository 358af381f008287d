import { fields, id, instant, listOf, maybe, oneOf, type ShapesOf, text } from '#domain/basics/shape.ts';
import { CONCERN_STATES, type Concern, type Raised, type RaisedList } from './concern.ts';
import type { ConcernRows } from './rows.ts';

const concern = fields<Concern>({
  ...{ author: id, cohort: id, at: instant, state: oneOf(CONCERN_STATES), text: maybe(text) },
});

export const concernShapes: ShapesOf<ConcernRows> = {
  concern: (value) => concern(value) && ('text' in (value as object) || isTakenBack(value as Concern)),
  raised: fields<RaisedList>({
    concerns: listOf(fields<Raised>({ concern: id, to: id, at: instant, said: text })),
  }),
};

const isTakenBack = ({ state }: Concern): boolean => state === 'takenBack';
