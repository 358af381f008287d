import { fields, number, oneOf, type ShapesOf, text } from '#domain/basics/shape.ts';
import { ROLES } from '#domain/people/person.ts';
import type { StoredMeasure } from './insights.ts';
import type { MeasureRows } from './rows.ts';

export const measureShapes: ShapesOf<MeasureRows> = {
  measure: fields<StoredMeasure>({
    ...{ role: oneOf(ROLES), month: text, worthTheHour: number, balanced: text, candid: text },
  }),
};
