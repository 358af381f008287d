import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { asOf } from '#domain/cohorts/cohort.ts';
import type { RoundNotice } from '#domain/matching/notices.ts';
import type { LeftOutReason } from '#domain/matching/rounds.ts';
import type { Role } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';
import { findRow } from '#usecases/story/rows.ts';
import { roundKey } from './view.ts';

export interface RoundFacts {
  kind: 'leftOut';
  cohort: CohortId;
  cohortName: string;
  role: Role;
  reason: LeftOutReason;
}

export const roundNotices: Composers<RoundNotice, RoundFacts> = {
  /** Why somebody had nobody in a round. Due while they take part and have room for somebody. */
  async leftOut(ctx, to, { cohort, round }) {
    const rows = await Partition.pick(ctx, cohort, [['cohort'], ['member', to]]);
    const about = rows.find('cohort')?.value;
    const member = rows.find('member', to)?.value;
    if (!about || asOf(about, ctx.clock.now()).state === 'closed' || member?.state !== 'joined')
      return undefined;
    if (!(await hasRoom(ctx, to))) return undefined;
    const { role } = member;
    const left = await findRow(ctx, 'cohorts', cohort, 'leftout', `${roundKey(round)}_${to}_${role}`);
    // Whoever was proposed and fell out when the round was published has no reason of their own.
    const reason = left?.value.reason ?? 'noPartner';
    return { kind: 'leftOut', cohort, cohortName: about.name, role, reason };
  },
};

/** Whoever has been introduced otherwise meanwhile, and has room for nobody else, is not left out. */
async function hasRoom(ctx: Context, person: PersonId): Promise<boolean> {
  const rows = await Partition.open(ctx, 'people', person);
  return rows.list('slot').length < (rows.find('profile')?.value.capacity ?? 1);
}
