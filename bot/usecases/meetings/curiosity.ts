import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import { type Curiosity, type CuriositySaid, decideCuriosity, waiting } from '#domain/meetings/curiosity.ts';
import { firstNameIn, type OpenPair, openSpace, othersIn } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { commitBeside } from './beside.ts';
import { meetingsIn } from './meetings.ts';

/** What waits for the next time a pair meets. */
export interface CuriositiesSeen {
  mine: Curiosity | undefined;
  /** Of those who share theirs, in the order of the members. */
  others: { firstName: string; text: string }[];
}

const ownIn = ({ rows }: OpenPair, person: PersonId): Curiosity[] =>
  rows.list('curiosity').flatMap(({ value }) => (value.person === person ? [value] : []));

const keyOf = ({ person, n }: Curiosity): string => `${person}_${String(n).padStart(4, '0')}`;

export function viewOfCuriosities(open: OpenPair, nowMs: number): CuriositiesSeen {
  const { pair, rows, me } = open;
  const meetings = meetingsIn(rows);
  const waitingOf = (person: PersonId) => waiting(ownIn(open, person), meetings, nowMs);
  const others = othersIn(pair, me.person).flatMap((person) => {
    const said = waitingOf(person);
    return said?.shared ? [{ firstName: firstNameIn(pair, person), text: said.text }] : [];
  });
  return { mine: waitingOf(me.person), others };
}

/** What waits for the next time, of a pair whose space is open. */
export async function getCuriosities(ctx: Context, person: PersonId, id: PairId): Promise<CuriositiesSeen> {
  return viewOfCuriosities(await openSpace(ctx, person, id), ctx.clock.now());
}

/**
 * What a member is curious about, in place of what they said before; nothing written takes it away. `seen` is the
 * `seq` they saw, '' or '0' for none; an older one is a `Conflict`.
 */
export async function saveCuriosity(
  ctx: Context,
  person: PersonId,
  id: PairId,
  { seen, ...said }: CuriositySaid & { seen: string },
): Promise<CuriositiesSeen> {
  const outcome = await retrying(ctx, async () => {
    const open = await openSpace(ctx, person, id);
    const [meetings, nowMs] = [meetingsIn(open.rows), ctx.clock.now()];
    const own = ownIn(open, person);
    const before = waiting(own, meetings, nowMs);
    const by = { person, meetings, seen: wholeNumber(seen || '0'), nowMs };
    const decided = decideCuriosity(own, said, by);
    if (decided.kind === 'stale') return undefined;
    if (decided.kind === 'unchanged') return viewOfCuriosities(open, nowMs);
    const { curiosity } = decided;
    if (decided.kind === 'removed') open.rows.remove('curiosity', keyOf(curiosity));
    else open.rows.put('curiosity', keyOf(curiosity), curiosity);
    await commitBeside(ctx, open, { isForAll: before?.shared === true || curiosity.shared });
    return viewOfCuriosities(open, nowMs);
  });
  if (!outcome) throw new Conflict(`pairs/${id}/curiosity`);
  return outcome;
}
