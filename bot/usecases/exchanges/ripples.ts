import type { LearningId } from '#domain/basics/ids.ts';
import { countOf } from '#domain/exchanges/learning.ts';
import { type AboutMeasured, measureKind, measureSoon } from '#usecases/meetings/measures.ts';
import type { Point } from '#usecases/story/due.ts';

type AboutRipple = AboutMeasured & { learning: LearningId };

/** Counts what somebody learned, and what changed because of a pair, where it was shared: that it did, never what. */
export const rippleDue = measureKind<AboutRipple>('ripple', {
  keyOf: ({ learning }) => learning,
  measureIn: (rows, { learning, person }, { role, nowMs }) => {
    const known = rows.find('learning', learning)?.value;
    return known?.writer === person ? countOf(known, role, nowMs) : undefined;
  },
});

/** A look at one ripple soon; before the change it belongs to. */
export const rippleSoon = (nowMs: number, about: AboutRipple): Point => measureSoon(nowMs, rippleDue, about);
