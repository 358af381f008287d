import { dayFrom } from '#domain/basics/days.ts';
import { asId, type CohortId, type Day, type PersonId } from '#domain/basics/ids.ts';
import { asSeenBy } from '#domain/pairs/circle.ts';
import { isGoing } from '#domain/pairs/pair.ts';
import { keptUntil } from '#domain/privacy/retention.ts';
import { findPair } from '#usecases/pairs/pairs.ts';
import { type AboutKept, pointToKept } from '#usecases/people/kept.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow, listRows } from '#usecases/story/rows.ts';
import { beginErasing } from './erasing.ts';

/** Each erasure looks through whole tables: so many at a time, and the next a while later. */
const AT_ONCE = 25;
const NEXT_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/**
 * A while after the last day of a cohort, and daily from then on while somebody is left: erases everybody of it whom
 * nothing binds any more, as they could do themselves. The cohort's own name, dates, decision and figures stay.
 */
export const retentionDue = dueKind<AboutKept>('retention', erasePast);

async function erasePast(ctx: Context, { cohort }: AboutKept): Promise<void> {
  const about = await findRow(ctx, 'cohorts', cohort, 'cohort');
  if (!about) return;
  if (!isPast(ctx, about.value.endsOn)) return pointToKept(ctx, cohort, about.value.endsOn);
  const people = await peopleOf(ctx, cohort);
  let erased = 0;
  let stay = 0;
  for (const person of people) {
    if (erased === AT_ONCE) break;
    if ((await whatKeeps(ctx, person)) !== undefined) stay++;
    else {
      await beginErasing(ctx, person);
      erased++;
    }
  }
  if (erased > 0) ctx.log.info({ cohort, erased, stay }, 'people were erased, kept long enough');
  const left = people.length - erased;
  if (left > 0)
    await ctx.due.point(ctx.clock.now() + (erased === AT_ONCE ? NEXT_MS : DAY_MS), retentionDue, { cohort });
}

/** Everybody that a cohort names: who takes part or was invited, runs it, backs it, or is there for concerns. */
async function peopleOf(ctx: Context, cohort: CohortId): Promise<PersonId[]> {
  const kinds = ['member', 'champion', 'sponsor', 'contact'] as const;
  const rows = await Promise.all(kinds.map((kind) => listRows(ctx, 'cohorts', cohort, kind)));
  const ids = rows.flatMap((all, n) => all.map(({ key }) => key.slice(`${kinds[n]}_`.length)));
  return [...new Set(ids)].map((id) => asId<PersonId>(id));
}

/** Until when somebody is kept, as it stands today. */
export type Kept = { by: 'pair' } | { by: 'programme'; until: Day; days: number } | { by: 'themselves' };

const isPast = (ctx: Context, endsOn: Day): boolean =>
  keptUntil(endsOn, ctx.keptDays) < dayFrom(ctx.clock.now(), 0);

/** A pair that goes on, else the latest programme that still keeps them; undefined when nothing does. */
async function whatKeeps(ctx: Context, person: PersonId): Promise<Kept | undefined> {
  const kept = await keptOf(ctx, person);
  return kept.by === 'programme' && kept.until < dayFrom(ctx.clock.now(), 0) ? undefined : kept;
}

/** Why and until when somebody is kept. Who is part of nothing is kept until they erase themselves. */
export async function keptOf(ctx: Context, person: PersonId): Promise<Kept> {
  const own = await Partition.open(ctx, 'people', person);
  for (const { id } of own.list('pair')) {
    const pair = await findPair(ctx, asId(id));
    if (pair && isGoing(asSeenBy(pair, person))) return { by: 'pair' };
  }
  const links = (['enrolment', 'said', 'champion', 'contact', 'sponsor'] as const).flatMap((kind) =>
    own.list(kind),
  );
  const ends = await Promise.all(
    [...new Set(links.map(({ id }) => id))].map((id) =>
      findRow(ctx, 'cohorts', asId<CohortId>(id), 'cohort'),
    ),
  );
  const until = ends
    .flatMap((row) => (row ? [keptUntil(row.value.endsOn, ctx.keptDays)] : []))
    .sort()
    .at(-1);
  return until ? { by: 'programme', until, days: ctx.keptDays } : { by: 'themselves' };
}
