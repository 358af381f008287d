import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import { laterJob } from '#domain/cohorts/notices.ts';
import { isToAskAgain } from '#domain/enrolment/answer.ts';
import { cohortOf } from '#usecases/cohorts/cohorts.ts';
import { lookSoon } from '#usecases/story/cardDue.ts';
import type { Context } from '#usecases/story/context.ts';
import { dueKind } from '#usecases/story/dueKind.ts';
import { Partition, retrying } from '#usecases/story/partition.ts';

/** Due a week after somebody asked for later. */
export const laterDue = dueKind<{ cohort: CohortId; person: PersonId }>('later', askAgain);

/** Sends the invitation once more to whoever still wants to be asked, once for each time they asked for later. */
async function askAgain(
  ctx: Context,
  { cohort, person }: { cohort: CohortId; person: PersonId },
): Promise<void> {
  await retrying(ctx, async () => {
    const rows = await Partition.open(ctx, 'people', person);
    const enrolment = rows.find('enrolment', cohort)?.value;
    if (!enrolment || !isToAskAgain(enrolment, ctx.clock.now())) return;
    const about = await cohortOf(ctx, cohort);
    if (!about || about.state === 'closed') return;
    const job = laterJob(cohort, enrolment.postponed ?? 1);
    await ctx.due.pointAll([lookSoon(ctx.clock.now(), { about: 'invitation', id: cohort, person })]);
    rows.tell({ kind: 'notify', job, to: person, notice: { kind: 'invitation', cohort, again: true } });
    await rows.commit();
  });
}
