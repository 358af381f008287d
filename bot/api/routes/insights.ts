import { InsightsView } from '#api/contract/contract.ts';
import { route } from '#api/http/route.ts';
import { getInsights } from '#usecases/insights/insights.ts';
import { atOf } from './at.ts';

export const insightRoutes = [
  route('insights', {
    answer: InsightsView,
    run: ({ ctx, actor, params }) => getInsights(ctx, atOf({ params, actor })),
  }),
];
