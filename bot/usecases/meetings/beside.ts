import { changedBeside, changeOf } from '#domain/meetings/panel.ts';
import type { OpenPair } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';

/**
 * Writes what lies beside the question. Where it is for all, whoever waits at the live panel hears of it as of a press:
 * announced before it is written, in the same transaction as the panel.
 */
export async function commitBeside(
  ctx: Context,
  { id, rows }: OpenPair,
  { isForAll }: { isForAll: boolean },
): Promise<void> {
  const panel = isForAll ? rows.find('panel')?.value : undefined;
  if (!panel) return rows.commit();
  const changed = changedBeside(panel);
  await ctx.changes.announce(id, changeOf(changed));
  rows.put('panel', '', changed);
  await rows.commit();
  ctx.changes.happened(id, changeOf(changed));
}
