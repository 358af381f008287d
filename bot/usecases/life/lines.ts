import { type CohortId, type PairId, toInstant } from '#domain/basics/ids.ts';
import { isGoing, type Pair } from '#domain/pairs/pair.ts';
import { lineSoon } from '#usecases/pairs/nudgesDue.ts';
import { type Managers, managerChain } from '#usecases/people/managerChain.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { listRows } from '#usecases/story/rows.ts';

/** Every pair of a cohort that goes on is looked at soon: one import may move many. */
export async function lookAtLines(ctx: Context, cohort: CohortId): Promise<void> {
  const pairs = await listRows(ctx, 'cohorts', cohort, 'pair');
  const going = pairs.filter(({ value }) => value.state === 'paired');
  const nowMs = ctx.clock.now();
  await ctx.due.pointAll(going.map(({ key }) => lineSoon(nowMs, key.slice('pair_'.length) as PairId)));
}

/** Whether one member of a pair stands above another, at any distance, by what holds in their cohort. */
async function isInOneLine(ctx: Context, { cohort, members }: Pair): Promise<boolean> {
  const known: Managers = new Map();
  const people = new Set(members.map(({ person }) => person));
  for (const person of people) {
    const above = await managerChain(ctx, known, { cohort, person });
    if (above.some((one) => people.has(one))) return true;
  }
  return false;
}

/**
 * Tells a pair once that its members have come into one reporting line; what comes of it is theirs, and nobody ends it
 * for them. Looked at daily, and soon after an import. Once they are apart again it may be told anew.
 */
export const lineDue = dueKind<{ pair: PairId }>('line', (ctx, { pair: id }) =>
  retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', id);
    const pair = rows.find('pair')?.value;
    if (!pair || !isGoing(pair)) return;
    const isOne = await isInOneLine(ctx, pair);
    const { oneLineSince, ...apart } = pair;
    if (isOne === (oneLineSince !== undefined)) return;
    const since = toInstant(ctx.clock.now());
    rows.put('pair', '', isOne ? { ...apart, oneLineSince: since } : apart);
    if (isOne)
      for (const { person: to } of pair.members) {
        const notice = { kind: 'oneLine', pair: id } as const;
        rows.tell({ kind: 'notify', job: `oneLine_${id}_${Date.parse(since)}`, to, notice });
      }
    await rows.commit();
  }),
);
