import { getInsights } from '#usecases/insights.ts';
import { atOf } from './at.ts';
import { InsightsView } from './contract.ts';
import { route } from './route.ts';

export const insightRoutes = [
  route('insights', {
    answer: InsightsView,
    run: ({ ctx, actor, params }) => getInsights(ctx, atOf({ params, actor })),
  }),
];
