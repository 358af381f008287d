import { toMs } from '#domain/basics/ids.ts';
import type { Context } from '#usecases/story/context.ts';
import { OUTBOX_RECHECK_MS } from '#usecases/story/due.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { listOutbox } from '#usecases/story/outbox.ts';
import type { TableName } from '#usecases/story/ports.ts';

const LONGEST_RECHECK_MS = 3_600_000;
/** Looks at the same partition meet on half minutes and become one. */
const GRID_MS = 30_000;

/**
 * Sends what still lies in an outbox to the queue once more and makes sure that it is looked at again: the older
 * the oldest message, the later, so that one that can never be done costs less and less. Younger messages have a
 * pointer of their own.
 */
async function checkOutbox(
  ctx: Context,
  { table, partition }: { table: TableName; partition: string },
): Promise<void> {
  const now = ctx.clock.now();
  const rows = await listOutbox(ctx.tables, { table, partition });
  const ages = rows.map(({ value }) => now - toMs(value.at));
  const old = rows.filter((_, n) => (ages[n] ?? 0) >= OUTBOX_RECHECK_MS);
  if (old.length === 0) return;
  for (const { key } of old) await ctx.queue.send({ table, partition, outbox: key });
  const nextMs = now + Math.min(Math.max(...ages, OUTBOX_RECHECK_MS), LONGEST_RECHECK_MS);
  const atMs = Math.ceil(nextMs / GRID_MS) * GRID_MS;
  await ctx.due.point(atMs, outboxDue, { table, partition });
}

export const outboxDue = dueKind<{ table: TableName; partition: string }>('outbox', checkOutbox);
