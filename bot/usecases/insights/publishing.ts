import { dayFrom } from '#domain/basics/days.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { nextPublication, nextPublishing, weekOf } from '#domain/insights/publication.ts';
import { pointToKept } from '#usecases/people/kept.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { type Point, pointTo } from '#usecases/story/due.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';

/** So long after its last day the last months of a cohort are still published. */
const AFTERWARDS_DAYS = 60;

/**
 * Publishes the figures of one cohort, once a week and never again for that week: whoever writes the row first has
 * published. Goes on weekly until a while after the cohort’s last day.
 */
export const publishDue = dueKind<{ cohort: CohortId }>('publish', (ctx, { cohort }) => publish(ctx, cohort));

/** The next Monday’s publication; pointing to it again changes nothing. */
export const publishSoon = (nowMs: number, cohort: CohortId): Point =>
  pointTo(nextPublishing(nowMs), publishDue, { cohort });

async function publish(ctx: Context, id: CohortId): Promise<void> {
  const nowMs = ctx.clock.now();
  const rows = await Partition.openCohort(ctx, id, ['cohort', 'publication']);
  const cohort = rows.find('cohort')?.value;
  if (!cohort || cohort.endsOn < dayFrom(nowMs, -AFTERWARDS_DAYS)) return;
  await ctx.due.pointAll([publishSoon(nowMs, id)]);
  await pointToKept(ctx, id, cohort.endsOn);
  if (rows.find('publication', weekOf(nowMs))) return;
  await rows.also(['member', 'pair', 'measure']);
  const publication = nextPublication(
    rows.list('publication').map(({ value }) => value),
    {
      members: rows
        .list('member')
        .map(({ id: person, value }) => ({ ...value, person: asId<PersonId>(person) })),
      pairs: rows.list('pair').map(({ value }) => value),
      measures: rows.list('measure'),
      pseudonymOf: (person) => pseudonymOf(ctx, person),
      ...{ startsOn: cohort.startsOn, nowMs },
    },
  );
  rows.create('publication', weekOf(nowMs), publication);
  try {
    await rows.commit();
  } catch (error) {
    // Somebody else has published this week.
    if (!(error instanceof Conflict)) throw error;
  }
}
