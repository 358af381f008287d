import { createHash } from 'node:crypto';
import { type PairId, toInstant } from '#domain/basics/ids.ts';
import { measuresOfPair, type PairRead } from '#domain/insights/pairFigures.ts';
import { isGoing } from '#domain/pairs/pair.ts';
import { meetingsIn } from '#usecases/meetings/meetings.ts';
import { agreementsIn } from '#usecases/pairs/pairs.ts';
import { pseudonymOf } from '#usecases/story/actor.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { publishSoon } from './publishing.ts';

/**
 * A daily look at one pair, as long as it goes on: what figures may know of it is copied to its cohort, under
 * pseudonyms, without a word. What was copied of a month that is over stays as it is. Safe to repeat.
 */
export const figuresDue = dueKind<{ pair: PairId }>('figures', async (ctx, { pair: id }) => {
  const rows = await Partition.open(ctx, 'pairs', id);
  const pair = rows.find('pair')?.value;
  if (!pair || !isGoing(pair)) return;
  await ctx.due.pointAll([publishSoon(ctx.clock.now(), pair.cohort)]);
  const steps = rows.list('goalstep').map(({ value }) => value);
  const read = { pair, agreements: agreementsIn(rows), meetings: meetingsIn(rows), steps };
  await retrying(ctx, () => copy(ctx, { id: nameOf(id), ...read }));
});

/** A pair’s id stands in no measure: whoever reads the rows of a cohort must not put two of one pair beside each other. */
const nameOf = (id: PairId): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

async function copy(ctx: Context, read: PairRead): Promise<void> {
  const nowMs = ctx.clock.now();
  const thisMonth = toInstant(nowMs).slice(0, 7);
  const now = measuresOfPair(read, nowMs).map(({ key, person, measure }) => ({
    ...{ id: `${key}_${pseudonymOf(ctx, person)}`, measure },
  }));
  const rows = await Partition.pick(
    ctx,
    read.pair.cohort,
    now.map(({ id }) => ['measure', id] as const),
  );
  for (const { id, measure } of now) {
    const known = rows.find('measure', id)?.value;
    const stays = known && (known.month < thisMonth || JSON.stringify(known) === JSON.stringify(measure));
    if (!stays) rows.put('measure', id, measure);
  }
  await rows.commit();
}
