import type { Context } from '#usecases/story/context.ts';
import { OUTBOX_RECHECK_MS } from '#usecases/story/due.ts';
import { rangeOf } from '#usecases/story/partition.ts';
import type { TableName } from '#usecases/story/ports.ts';
import type { Outbox } from '#usecases/story/rows.ts';

const LONGEST_RECHECK_MS = 3_600_000;
/** Looks at the same partition meet on half minutes and become one. */
const GRID_MS = 30_000;

/**
 * Sends what still lies in an outbox to the queue once more and makes sure that it is looked at again: the older
 * the oldest message, the later, so that one that can never be done costs less and less. Younger messages have a
 * pointer of their own.
 */
export async function checkOutbox(ctx: Context, table: string, partition: string): Promise<void> {
  const now = ctx.clock.now();
  const rows = await ctx.tables.list(table as TableName, partition, rangeOf('outbox'));
  const ages = rows.map(({ value }) => now - Date.parse((value as Outbox).at));
  const old = rows.filter((_, n) => (ages[n] ?? 0) >= OUTBOX_RECHECK_MS);
  if (old.length === 0) return;
  for (const { key } of old) await ctx.queue.send({ table: table as TableName, partition, outbox: key });
  const nextMs = now + Math.min(Math.max(...ages, OUTBOX_RECHECK_MS), LONGEST_RECHECK_MS);
  await ctx.due.point(Math.ceil(nextMs / GRID_MS) * GRID_MS, { noun: 'outbox', table, partition });
}
