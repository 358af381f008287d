import { asId, type PairId, type PersonId } from '#domain/basics/ids.ts';
import { keepsApart } from '#domain/pairs/introduction.ts';
import type { PairLink } from '#domain/pairs/pair.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';

/**
 * Reserves one of a person's places for a pair and links the pair to them; false when there is no room. A place
 * that holds this pair already counts, so asking twice takes one place. Nobody is introduced to the same person
 * twice: a link that names the partner already leaves no room for another, unless it ended and both ask for more.
 */
export async function reserveSlot(ctx: Context, person: PersonId, pair: PairId, link: PairLink) {
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const slots = rows.list('slot');
    if (await anyKeepsApart(ctx, partnered(rows, pair, link))) return false;
    if (!slots.some(({ value }) => value.pair === pair)) {
      const capacity = rows.find('profile')?.value.capacity ?? 1;
      const free = Array.from({ length: capacity }, (_, n) => n).find((n) => !rows.find('slot', n));
      if (free === undefined || slots.length >= capacity) return false;
      rows.create('slot', free, { pair });
    }
    if (!rows.find('pair', pair)) rows.create('pair', pair, link);
    await rows.commit();
    return true;
  });
}

/** Other pairs with any of the same partners. */
const partnered = (rows: Partition<'people'>, pair: PairId, { partners = [] }: PairLink): PairId[] =>
  rows
    .list('pair')
    .filter(({ id, value }) => id !== pair && value.partners?.some((one) => partners.includes(one)))
    .map(({ id }) => asId<PairId>(id));

/** Whether any of these pairs is a reason not to be introduced; one that is only being made is. */
async function anyKeepsApart(ctx: Context, pairs: readonly PairId[]): Promise<boolean> {
  const rows = await Promise.all(pairs.map((pair) => findRow(ctx, 'pairs', pair, 'pair')));
  return rows.some((row) => !row || keepsApart(row.value));
}

/** Links a pair to one of its members, for good: it stays in their list after it ended. */
export async function linkPair(ctx: Context, person: PersonId, pair: PairId, link: PairLink): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    if (rows.find('pair', pair)) return;
    rows.create('pair', pair, link);
    await rows.commit();
  });
}

/** Gives the place of a pair that ended back to somebody else. */
export async function leavePair(ctx: Context, person: PersonId, pair: PairId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    for (const { id, value } of rows.list('slot')) if (value.pair === pair) rows.remove('slot', id);
    await rows.commit();
  });
}

/** Undoes a reservation whose introduction never came about. */
export async function releaseSlot(ctx: Context, person: PersonId, pair: PairId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    for (const { id, value } of rows.list('slot')) if (value.pair === pair) rows.remove('slot', id);
    rows.remove('pair', pair);
    await rows.commit();
  });
}
