import { type Day, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { wholeNumber } from '#domain/basics/wholeNumber.ts';
import { decideLeave } from '#domain/pairs/leave.ts';
import { type GoingPair, isGoing, type Pair } from '#domain/pairs/pair.ts';
import {
  type BreakDecision,
  decidePause,
  decideResume,
  resumedByClock,
  turnOf,
} from '#domain/pairs/pause.ts';
import { zoneOf } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { Conflict } from '#usecases/story/ports.ts';
import { pointsToMissedEnd } from './agreement.ts';
import { agreementsIn, openActivePair, othersIn } from './pairs.ts';

/** The turn somebody had before their eyes; undefined where they saw none. */
const seenTurn = (seen: string): number | undefined => (seen === '' ? undefined : wholeNumber(seen));

/**
 * A break for all members of a pair until a day, in the zone of whoever takes it; the others are told who and until
 * when. `seen` is the turn the asker saw, '' for none; an older one is a `Conflict`, unless the day stands already.
 */
export async function pausePair(
  ctx: Context,
  person: PersonId,
  id: PairId,
  { until, seen = '' }: { until: Day; seen?: string },
): Promise<Pair> {
  const timeZone = await zoneOf(ctx, person);
  return change(ctx, person, id, async (pair, rows) => {
    const asked = { by: person, until, timeZone, seen: seenTurn(seen), nowMs: ctx.clock.now() };
    const decided = decidePause(pair, asked);
    if (decided.kind !== 'changed') return decided;
    await ctx.due.point(toMs(decided.pair.pause.resumesAt), resumeDue, { pair: id });
    tell(rows, 'paused', { id, pair: decided.pair, to: othersIn(pair, person) });
    return decided;
  });
}

/** The pair goes on before its day, as either of them asks; the others are told. `seen` as with a pause. */
export const resumePair = (
  ctx: Context,
  person: PersonId,
  id: PairId,
  { seen = '' }: { seen?: string } = {},
): Promise<Pair> =>
  change(ctx, person, id, async (pair, rows) => {
    const decided = decideResume(pair, seenTurn(seen));
    if (decided.kind !== 'changed') return decided;
    await lookAtEnd(ctx, id, decided.pair, rows);
    tell(rows, 'resumed', { id, pair: decided.pair, to: othersIn(pair, person) });
    return decided;
  });

/** Has the pair rest for the leave of a member until a day, or stand as it would without, for none; others are told. */
export async function pauseForLeave(
  ctx: Context,
  person: PersonId,
  id: PairId,
  until: Day | undefined,
): Promise<void> {
  const timeZone = await zoneOf(ctx, person);
  await change(ctx, person, id, async (pair, rows) => {
    const decided = decideLeave(pair, { by: person, until, timeZone, nowMs: ctx.clock.now() });
    if (decided.kind !== 'changed') return decided;
    const { pair: next } = decided;
    if (next.state === 'active') await lookAtEnd(ctx, id, next, rows);
    else await ctx.due.point(toMs(next.pause.resumesAt), resumeDue, { pair: id });
    if (turnOf(next) === turnOf(pair)) return decided;
    const to = othersIn(next, next.state === 'paused' ? next.pause.by : person);
    tell(rows, next.state === 'paused' ? 'paused' : 'resumed', { id, pair: next, to });
    return decided;
  });
}

/** Goes on by itself at the moment its break was made for; a pointer to an earlier day finds nothing to do. */
async function resumeIfDue(ctx: Context, id: PairId): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'pairs', id);
    const pair = rows.find('pair')?.value;
    const next = pair && resumedByClock(pair, ctx.clock.now());
    if (!next) return;
    await lookAtEnd(ctx, id, next, rows);
    rows.put('pair', '', next);
    tell(rows, 'resumed', { id, pair: next, to: next.members.map(({ person }) => person) });
    await rows.commit();
  });
}

export const resumeDue = dueKind<{ pair: PairId }>('resume', (ctx, { pair }) => resumeIfDue(ctx, pair));

type Rows = Partition<'pairs'>;

const lookAtEnd = (ctx: Context, id: PairId, pair: Pair, rows: Rows): Promise<void> =>
  ctx.due.pointAll(pointsToMissedEnd(id, pair, agreementsIn(rows), ctx.clock.now()));

/** What a member changes of how their pair stands, against what others change at the same time. */
async function change(
  ctx: Context,
  person: PersonId,
  id: PairId,
  decide: (pair: GoingPair, rows: Rows) => Promise<BreakDecision<GoingPair>>,
): Promise<Pair> {
  const outcome = await retrying(ctx, async () => {
    const { rows, pair } = await openActivePair(ctx, person, id);
    if (!isGoing(pair)) return { kind: 'unchanged' as const, pair };
    const decided = await decide(pair, rows);
    if (decided.kind !== 'changed') return { ...decided, pair };
    rows.put('pair', '', decided.pair);
    await rows.commit();
    return decided;
  });
  if (outcome.kind === 'stale') throw new Conflict(`pairs/${id}/pair`);
  return outcome.pair;
}

/** Each turn is told once, whoever writes it twice. */
function tell(
  rows: Rows,
  kind: 'paused' | 'resumed',
  { id, pair, to }: { id: PairId; pair: Pair; to: readonly PersonId[] },
): void {
  const turn = turnOf(pair);
  for (const one of to)
    rows.tell({ kind: 'notify', job: `${kind}_${id}_${turn}`, to: one, notice: { kind, pair: id, turn } });
}
