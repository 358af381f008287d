import { figuresOf, type Insights } from '#domain/insights/insights.ts';
import { openAsChampion } from '#usecases/cohorts/cohorts.ts';
import type { InCohort } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';

/** What a champion may know of how it goes: figures about at least five people, never about a pair. */
export async function getInsights(ctx: Context, at: InCohort): Promise<Insights> {
  const rows = await openAsChampion(ctx, at, ['measure']);
  const measures = rows
    .list('measure')
    .map(({ id, value }) => ({ ...value, who: id.slice(id.lastIndexOf('_') + 1) }));
  return figuresOf(measures, new Date(ctx.clock.now()).toISOString().slice(0, 7));
}
