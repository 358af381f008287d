import type { PairId, PersonId } from '#domain/basics/ids.ts';
import { workingMomentFrom } from '#domain/basics/workingDays.ts';
import { dueNudges, type PairSeen } from '#domain/nudges/rules.ts';
import {
  askedAgain,
  askLater,
  decideTelling,
  hasTurn,
  NOTHING_TOLD,
  type Nudged,
  type PairNudge,
} from '#domain/nudges/told.ts';
import { memberOf } from '#domain/pairs/introduction.ts';
import type { PairMember } from '#domain/pairs/pair.ts';
import { meetingsIn } from '#usecases/meetings/meetings.ts';
import { figuresSoon, lineSoon, nextNudges } from '#usecases/pairs/nudgesDue.ts';
import { agreementsIn } from '#usecases/pairs/pairs.ts';
import { settingsIn, workWeekOf } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** A daily look at one pair, as long as it goes on. */
export const nudgeDue = dueKind<{ pair: PairId }>('nudges', (ctx, { pair }) => lookForNudges(ctx, pair));

/** What the rules look at, from the rows of a pair; undefined while there are none. */
export function seenIn(rows: Partition<'pairs'>): PairSeen | undefined {
  const pair = rows.find('pair')?.value;
  return pair && { pair, agreements: agreementsIn(rows), meetings: meetingsIn(rows) };
}

/**
 * Tells each member of a pair what is due by rule, and looks again tomorrow. May run twice: what was told stands in
 * the row that the telling is written with.
 */
async function lookForNudges(ctx: Context, id: PairId): Promise<void> {
  const seen = seenIn(await Partition.open(ctx, 'pairs', id));
  if (!seen || seen.pair.state === 'ended') return;
  const nowMs = ctx.clock.now();
  await ctx.due.pointAll([nextNudges(nowMs, id), figuresSoon(nowMs, id), lineSoon(nowMs, id)]);
  const [executives = [], mentors = []] = [true, false].map((isFirst) =>
    seen.pair.members.filter(({ role }) => (role === 'executive') === isFirst),
  );
  const told: (Nudged | undefined)[] = [];
  for (const member of executives) told.push(await nudge(ctx, { id, seen, member, before: [] }));
  for (const member of mentors) await nudge(ctx, { id, seen, member, before: told });
}

interface Nudging {
  id: PairId;
  seen: PairSeen;
  member: PairMember;
  /** What those were told who are asked first. */
  before: readonly (Nudged | undefined)[];
}

/** Answers what this member has been told by now; undefined for one who wants no nudges. */
async function nudge(ctx: Context, { id, seen, member, before }: Nudging): Promise<Nudged | undefined> {
  const { person } = member;
  return retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const settings = settingsIn(rows);
    if (settings.nudgesMuted || rows.isEmpty) return undefined;
    const nowMs = ctx.clock.now();
    const nudged = rows.find('nudges')?.value ?? NOTHING_TOLD;
    const due = dueNudges(seen, member, { nowMs, asked: askedAgain(nudged, id, nowMs) })
      .map((one) => ({ pair: id, ...one }))
      .filter((one) => hasTurn(one, before, nowMs));
    const momentMs = workingMomentFrom(nowMs, workWeekOf(settings));
    const told = decideTelling(nudged, due, { nowMs, momentMs });
    if (!told) return nudged;
    const { pair, rule, occasion } = told.nudge;
    rows.put('nudges', '', told.nudged);
    const job = `nudge_${pair}_${rule}_${occasion}_${told.time}`;
    rows.tell({ kind: 'notify', job, to: person, notice: { kind: 'nudge', pair, rule, occasion } });
    await rows.commit();
    return told.nudged;
  });
}

/** Asks again in a week. For somebody who is not of the pair it changes nothing. */
export async function nudgeLater(ctx: Context, person: PersonId, nudge: PairNudge): Promise<void> {
  const pair = (await Partition.open(ctx, 'pairs', nudge.pair)).find('pair')?.value;
  if (!pair || !memberOf(pair, person)) return;
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    rows.put('nudges', '', askLater(rows.find('nudges')?.value ?? NOTHING_TOLD, nudge, ctx.clock.now()));
    await rows.commit();
  });
}
