import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { type Gathering, isAhead, questionsOf } from '#domain/gatherings/gathering.ts';
import type { GatheringNotice } from '#domain/gatherings/notices.ts';
import { contactOf } from '#usecases/people/contacts.ts';
import type { Context } from '#usecases/story/context.ts';
import type { Composers } from '#usecases/story/notices.ts';
import { Partition } from '#usecases/story/partition.ts';

type About = Pick<Gathering, 'gathering' | 'startsAt' | 'minutes' | 'place' | 'line'>;
export type GatheringFacts =
  | ({ kind: 'gathering'; cohort: CohortId; cohortName: string; from: string; questions: string[] } & About)
  | { kind: 'gatheringOff'; cohort: CohortId; cohortName: string; startsAt: Gathering['startsAt'] };

/** What a mentor who takes part may be told of a gathering. */
async function open(ctx: Context, to: PersonId, { cohort, gathering }: GatheringNotice) {
  const rows = await Partition.pick(ctx, cohort, [['cohort'], ['gathering', gathering], ['member', to]]);
  const member = rows.find('member', to)?.value;
  const cohortName = rows.find('cohort')?.value.name;
  const known = rows.find('gathering', gathering)?.value;
  const isMeant = member?.role === 'mentor' && member.state === 'joined';
  return isMeant && cohortName !== undefined && known ? { known, cohortName } : undefined;
}

export const gatheringNotices: Composers<GatheringNotice, GatheringFacts> = {
  /** Due while it lies ahead and they take part as a mentor. */
  async gathering(ctx, to, notice) {
    const found = await open(ctx, to, notice);
    if (!found || !isAhead(found.known, ctx.clock.now())) return undefined;
    const { known, cohortName } = found;
    const { gathering, startsAt, minutes, place, line, by } = known;
    const { name: from } = await contactOf(ctx, by);
    return {
      ...{ kind: 'gathering', cohort: notice.cohort, cohortName, from, questions: questionsOf(known) },
      ...{ gathering, startsAt, minutes, place, line },
    };
  },
  /** Due to whoever takes part until the time at which it would have begun. */
  async gatheringOff(ctx, to, notice) {
    const found = await open(ctx, to, notice);
    if (!found || Date.parse(found.known.startsAt) < ctx.clock.now()) return undefined;
    const { known, cohortName } = found;
    return { kind: 'gatheringOff', cohort: notice.cohort, cohortName, startsAt: known.startsAt };
  },
};
