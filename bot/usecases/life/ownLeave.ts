import { asId, type CohortId, type Day, type PersonId } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { type EnrolmentState, isAway, laterLeave, type Member } from '#domain/cohorts/member.ts';
import { returnDays } from '#domain/pairs/pause.ts';
import { settingsIn } from '#usecases/people/settings.ts';
import type { Context } from '#usecases/story/context.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { mustBeLeaveDay } from './members.ts';

export interface OwnLeave {
  /** The day they are back, the latest that is known; missing while they are here. */
  until?: Day;
  /** The first and the last day until which a leave may be noted. */
  days: { first: Day; last: Day };
}

/** What is known of somebody's own leave; undefined for who takes part in nothing. */
export async function findOwnLeave(ctx: Context, person: PersonId): Promise<OwnLeave | undefined> {
  const own = await Partition.open(ctx, 'people', person);
  const cohorts = joinedIn(own);
  if (cohorts.length === 0) return undefined;
  const { timeZone } = settingsIn(own);
  const nowMs = ctx.clock.now();
  const rows = await Promise.all(cohorts.map((cohort) => findRow(ctx, 'cohorts', cohort, 'member', person)));
  const { awayUntil } = laterLeave(...rows.map((row) => row?.value));
  const days = returnDays(nowMs, timeZone);
  return awayUntil && isAway({ awayUntil }, nowMs, timeZone) ? { until: awayUntil, days } : { days };
}

/**
 * Somebody says until when they are on leave: it counts as the word of a champion does, in every programme they take
 * part in. Throws `Refusal` for a day before tomorrow or too far away, and for who takes part in nothing.
 */
export async function sayOwnAway(ctx: Context, person: PersonId, until: Day): Promise<void> {
  await mustBeLeaveDay(ctx, person, until);
  const own = await Partition.open(ctx, 'people', person);
  if (joinedIn(own).length === 0) throw new Refusal('missing', 'acts:away.notIn');
  for (const cohort of openIn(own))
    await changeMember(ctx, { cohort, person }, (member, rows) => {
      if (member.awayUntil === until) return;
      rows.put('member', person, { ...member, awayUntil: until });
      rows.tell({ kind: 'memberAway', cohort, person, until });
    });
}

/** Somebody is back, whoever had noted the leave: what rests for it goes on. Twice is once. */
export async function sayOwnBack(ctx: Context, person: PersonId): Promise<void> {
  for (const cohort of openIn(await Partition.open(ctx, 'people', person)))
    await changeMember(ctx, { cohort, person }, ({ awayUntil: until, ...here }, rows) => {
      if (until === undefined) return;
      rows.put('member', person, here);
      rows.tell({ kind: 'memberBack', cohort, person, until });
    });
}

const cohortsIn = (own: Partition<'people'>, states: readonly EnrolmentState[]): CohortId[] =>
  own
    .list('enrolment')
    .flatMap(({ id, value }) => (states.includes(value.state) ? [asId<CohortId>(id)] : []));
const joinedIn = (own: Partition<'people'>): CohortId[] => cohortsIn(own, ['joined']);
/** Also those that somebody may still join: what is noted counts from then on. */
const openIn = (own: Partition<'people'>): CohortId[] => cohortsIn(own, ['joined', 'invited', 'later']);

const changeMember = (
  ctx: Context,
  { cohort, person }: { cohort: CohortId; person: PersonId },
  change: (member: Member, rows: Partition<'cohorts'>) => void,
): Promise<void> =>
  retrying(ctx, async () => {
    const rows = await Partition.pick(ctx, cohort, [['member', person]]);
    const member = rows.find('member', person)?.value;
    if (!member) return;
    change(member, rows);
    await rows.commit();
  });
