import { day, fields, flag, id, instant, oneOf, type ShapesOf, text, whole } from '#domain/basics/shape.ts';
import { WORTH } from '#domain/meetings/feedback.ts';
import type { Closing } from './closing.ts';
import type { ClosingRows } from './rows.ts';

export const closingShapes: ShapesOf<ClosingRows> = {
  closing: fields<Closing>({
    ...{ endsOn: day, person: id, worth: oneOf(WORTH), words: text, shared: flag, at: instant, seq: whole },
  }),
};
