import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { withAgain } from '#domain/pairs/introduction.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { openPair } from './pairs.ts';

/**
 * Notes that a member would, or would no longer, be introduced to the others of an ended pair again. Tells nobody:
 * once all ask for it, matching may bring them together, as if they had never met.
 */
export async function askToMeetAgain(
  ctx: Context,
  person: PersonId,
  id: PairId,
  again: boolean,
): Promise<void> {
  await retrying(ctx, async () => {
    const { rows, pair, me } = await openPair(ctx, person, id);
    const noted = withAgain(pair, me, { again, nowMs: ctx.clock.now() });
    if ((me.again ?? false) === again) return;
    rows.put('pair', '', noted);
    await rows.commit();
  });
}
