import type { Day, PairId, PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import { type Closing, type ClosingSaid, decideClosing } from '#domain/closing/closing.ts';
import { type LookBackSection, lookBackOn } from '#domain/closing/lookBack.ts';
import { hasRunOut, standing } from '#domain/pairs/agreement.ts';
import { holdTogether, type OpenPair, openSpace } from '#usecases/pairs/pairs.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { endOf } from './notices.ts';

/** The end of a time as one member may see it. */
export interface ClosingSeen {
  open: OpenPair;
  endsOn: Day;
  /** The day has come. */
  isDue: boolean;
  /** What the reader said themselves; undefined before. */
  mine: Closing | undefined;
  sections: LookBackSection[];
}

const keyOf = (endsOn: Day, person: PersonId): string => `${endsOn}_${person}`;

/** What a member of a pair whose space is open can look back on, and what they said at the end. */
export async function getClosing(ctx: Context, person: PersonId, id: PairId): Promise<ClosingSeen> {
  return viewOfClosing(await openSpace(ctx, person, id), ctx.clock.now());
}

type LookedKind =
  | ('goal' | 'goalstep' | 'meeting' | 'feedback')
  | ('learning' | 'exchange' | 'jotting' | 'closing');

function viewOfClosing(open: OpenPair, nowMs: number): ClosingSeen {
  const { rows, pair, agreements, me } = open;
  const endsOn = endsOnOf(open);
  const listed = <Kind extends LookedKind>(kind: Kind) => rows.list(kind).map(({ value }) => value);
  const looked = {
    ...{ goals: listed('goal'), steps: listed('goalstep'), meetings: listed('meeting') },
    ...{ feedback: listed('feedback'), learnings: listed('learning') },
    ...{ exchanges: listed('exchange'), jottings: listed('jotting') },
    ...{ closings: listed('closing'), nowMs },
  };
  return {
    ...{ open, endsOn, isDue: hasRunOut(pair, agreements, nowMs) },
    mine: rows.find('closing', keyOf(endsOn, me.person))?.value,
    sections: lookBackOn(looked),
  };
}

/** Of an open space there is always one. */
function endsOnOf({ pair, agreements }: OpenPair): Day {
  const endsOn = standing(pair, agreements)?.text.endsOn;
  if (endsOn === undefined) throw new Refusal('conflict', 'pair:agreement.needed');
  return endsOn;
}

/**
 * What a member says at the end of their time, as often as they like until it goes on or ends. `seen` is the `seq`
 * that they saw, '' or '0' for none; an older one is a `Conflict`. Refused before the day has come.
 */
export async function sayClosing(
  ctx: Context,
  person: PersonId,
  id: PairId,
  { seen, ...said }: ClosingSaid & { seen: string },
): Promise<ClosingSeen> {
  const outcome = await retrying(ctx, async () => {
    const open = await openSpace(ctx, person, id);
    const [endsOn, nowMs] = [endsOnOf(open), ctx.clock.now()];
    if (!hasRunOut(open.pair, open.agreements, nowMs))
      throw new Refusal('conflict', 'closing:tooEarly', { day: endsOn });
    const known = open.rows.find('closing', keyOf(endsOn, person))?.value;
    const by = { person, endsOn, seen: wholeNumber(seen || '0'), nowMs };
    const decided = decideClosing(known, said, by);
    if (decided.kind === 'stale') return undefined;
    if (decided.kind === 'changed') {
      holdTogether(open);
      open.rows.put('closing', keyOf(endsOn, person), decided.closing);
      await open.rows.commit();
    }
    return viewOfClosing(open, nowMs);
  });
  if (!outcome) throw new Conflict(`pairs/${id}/closing`);
  return outcome;
}

/**
 * Tells all members, in the same words, that the day has come. Nothing ends by itself: it goes on until somebody says
 * otherwise. May run twice; nothing while they have a break, which is followed by another look.
 */
async function tellOfEnd(ctx: Context, id: PairId, endsOn: Day): Promise<void> {
  const rows = await Partition.open(ctx, 'pairs', id);
  const pair = rows.find('pair')?.value;
  if (!pair || endOf(rows, ctx.clock.now()) !== endsOn) return;
  for (const { person: to } of pair.members) {
    const notice = { kind: 'closing' as const, pair: id, endsOn };
    rows.tell({ kind: 'notify', job: `closing_${id}_${endsOn}`, to, notice });
  }
  await rows.commit();
}

export const closingDue = dueKind<{ pair: PairId; endsOn: Day }>('closing', (ctx, { pair, endsOn }) =>
  tellOfEnd(ctx, pair, endsOn),
);
