import { z } from 'zod';
import { FIGURES } from '#domain/insights/insights.ts';
import { count } from './basics.ts';

export const InsightsView = z.discriminatedUnion('state', [
  /** Fewer than `needed` people behind every figure. */
  z.object({ state: z.literal('tooFew'), needed: count }),
  z.object({
    state: z.literal('there'),
    figures: z.array(z.object({ key: z.enum(FIGURES), value: z.number(), people: count })),
  }),
]);
export type InsightsView = z.infer<typeof InsightsView>;

export interface InsightShapes {
  insights: { answer: InsightsView };
}
