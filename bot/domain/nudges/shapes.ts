import { fields, id, instant, listOf, oneOf, type ShapesOf, text } from '#domain/basics/shape.ts';
import type { NudgeRows } from './rows.ts';
import { NUDGES } from './rules.ts';
import type { Nudged } from './told.ts';

const nudge = { pair: id, rule: oneOf(NUDGES), occasion: text };

export const nudgeShapes: ShapesOf<NudgeRows> = {
  nudges: fields<Nudged>({
    told: listOf(fields({ ...nudge, at: instant })),
    later: listOf(fields({ ...nudge, until: instant })),
  }),
};
