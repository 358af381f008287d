import { z } from 'zod';
import { OPINIONS, STEPS, type Step } from '#domain/insights/measures.ts';
import { FUNNEL } from '#domain/insights/publication.ts';
import { DECISIONS, LOOKS, MOST_TWEAKS, TWEAK_MAX } from '#domain/insights/review.ts';
import { STEP_READINGS } from '#domain/insights/steps.ts';
import { ROLES } from '#domain/people/person.ts';
import { count, day, instant, someText } from './basics.ts';

/** `YYYY-MM`. */
const month = z.string().regex(/^\d{4}-\d\d$/);
/** A figure about at least five people over some months; percent, or 1–5 for `began` and `now`. */
export const CellView = z.object({
  of: z.enum(OPINIONS),
  role: z.enum([...ROLES, 'all']),
  from: month,
  to: month,
  value: z.number(),
  edge: z.enum(['', 'orLess', 'orMore']),
});
export type CellView = z.infer<typeof CellView>;
/** How many have taken a step, of how many, as published on a day; 0 where it reads otherwise than `some`. */
export const StepView = z.object({ reads: z.enum(STEP_READINGS), count, of: count, on: day });
export type StepView = z.infer<typeof StepView>;
const ofSteps = <Value extends z.ZodType>(value: Value) =>
  z.object(Object.fromEntries(STEPS.map((step) => [step, value])) as Record<Step, Value>);
const counts = z.object(
  Object.fromEntries(FUNNEL.map((name) => [name, count])) as Record<(typeof FUNNEL)[number], typeof count>,
);
const FunnelView = z.object({ executive: counts, mentor: counts });
const gap = z.object({ reads: z.enum(['few', 'some', 'most']), count }).nullable();

export const InsightsView = z.discriminatedUnion('state', [
  /** Fewer than `needed` people behind every figure. */
  z.object({ state: z.literal('tooFew'), needed: count }),
  z.object({
    state: z.literal('there'),
    needed: count,
    /** The Monday of the last publication, and the last month that was over by then. */
    on: day,
    through: month,
    cells: z.array(CellView),
    steps: ofSteps(z.array(StepView)),
    funnel: FunnelView,
    /** Of what the last months are not shown yet. */
    waiting: z.array(z.enum(OPINIONS)),
    /** Executives who have not signed, or not met; null where nothing may be said. */
    hand: z.object({ signed: gap, met: gap }),
  }),
]);
export type InsightsView = z.infer<typeof InsightsView>;

export const LookView = z.object({
  look: z.enum(LOOKS),
  on: day,
  funnel: FunnelView,
  steps: ofSteps(StepView),
  cells: z.array(CellView),
});
export type LookView = z.infer<typeof LookView>;
/** `etag` is empty and `review` null until the decision is recorded. */
export const ReviewView = z.object({
  name: z.string(),
  startsOn: day,
  endsOn: day,
  champions: z.array(z.string()),
  /** Who backs it, where they agreed to be named; empty otherwise. */
  sponsor: z.string(),
  looks: z.array(LookView),
  etag: z.string(),
  review: z
    .object({ decision: z.enum(DECISIONS), tweaks: z.array(z.string()), by: z.string(), at: instant })
    .nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const ReviewBody = z.object({
  decision: z.enum(DECISIONS),
  tweaks: z.array(someText(TWEAK_MAX)).max(MOST_TWEAKS),
});
export type ReviewBody = z.infer<typeof ReviewBody>;

/** What the reviews of one’s own cohorts want changed, newest first. */
export const Tweaks = z.object({
  reviews: z.array(z.object({ cohort: z.string(), tweaks: z.array(z.string()) })),
});
export type Tweaks = z.infer<typeof Tweaks>;

export interface InsightShapes {
  insights: { answer: InsightsView };
  review: { answer: ReviewView };
  recordReview: { body: ReviewBody; answer: ReviewView };
  tweaks: { answer: Tweaks };
}
