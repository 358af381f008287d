import {
  day,
  either,
  fields,
  id,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  type ShapesOf,
  text,
  whole,
} from '#domain/basics/shape.ts';
import { ROLES } from '#domain/people/person.ts';
import { OPINIONS, STEPS, type StoredMeasure } from './measures.ts';
import { FUNNEL, type Publication } from './publication.ts';
import { DECISIONS, type Review } from './review.ts';
import type { Cell } from './rounding.ts';
import type { InsightRows } from './rows.ts';
import { STEP_READINGS, type StepShown } from './steps.ts';

const role = oneOf(ROLES);
const measured = { role, month: text };
const step = fields<StepShown>({
  ...{ reads: oneOf(STEP_READINGS), count: whole, of: whole, on: day, least: whole },
});
const counts = fields(Object.fromEntries(FUNNEL.map((name) => [name, whole])));

export const insightShapes: ShapesOf<InsightRows> = {
  measure: either(
    fields<StoredMeasure>({
      ...measured,
      ...{ kind: maybe(oneOf(['feedback'])), worthTheHour: number, balanced: text, candid: text },
    }),
    fields<StoredMeasure>({ ...measured, kind: oneOf(STEPS) }),
    fields<StoredMeasure>({ ...measured, kind: oneOf(['kept']), held: whole, wished: whole }),
    fields<StoredMeasure>({ ...measured, kind: oneOf(['began', 'now']), confidence: number }),
  ),
  publication: fields<Publication>({
    ...{ at: instant, through: text },
    cells: listOf(
      fields<Cell>({
        ...{ of: oneOf(OPINIONS), role: oneOf([...ROLES, 'all']), from: text, to: text },
        ...{ value: number, edge: oneOf(['', 'orLess', 'orMore']) },
      }),
    ),
    steps: fields(Object.fromEntries(STEPS.map((name) => [name, step]))),
    funnel: fields({ executive: counts, mentor: counts }),
  }),
  review: fields<Review>({ decision: oneOf(DECISIONS), tweaks: listOf(text), by: id, at: instant }),
};
