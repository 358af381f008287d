import { InsightsView } from '#api/contract/insights.ts';
import { cohortAt } from '#api/http/params.ts';
import { route } from '#api/http/route.ts';
import { getInsights } from '#usecases/insights/insights.ts';

export const insightRoutes = [
  route('insights', {
    answer: InsightsView,
    run: ({ ctx, actor, params }) => getInsights(ctx, cohortAt({ params, actor })),
  }),
];
