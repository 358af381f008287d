import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';
import { isTheirs } from '#domain/cohorts/member.ts';
import { invitationJob, laterJob } from '#domain/cohorts/notices.ts';
import { isToAskAgain } from '#domain/enrolment/answer.ts';
import type { Context } from '#usecases/story/context.ts';
import { findDelivery } from '#usecases/story/deliveries.ts';
import { Partition } from '#usecases/story/partition.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';

export interface InvitationSettled {
  kind: 'invitation';
  cohort: CohortId;
  cohortName: string;
  /** `again`: a newer card asks the same; `moved`: one of another programme asks instead. */
  state: 'joined' | 'passed' | 'later' | 'again' | 'left' | 'moved';
}

/** Answered, or asked once more on a newer card. */
export const settledInvitation: Settling<InvitationSettled> = async (ctx, person, about) => {
  const cohort = asId<CohortId>(about.id);
  const enrolment = (await Partition.open(ctx, 'people', person)).find('enrolment', cohort)?.value;
  if (!enrolment || enrolment.state === 'invited') return [];
  const { cohortName, state, postponed = 0 } = enrolment;
  const isAsking = isToAskAgain(enrolment, ctx.clock.now());
  const later = Array.from({ length: isAsking ? postponed - 1 : postponed }, (_, n) =>
    laterJob(cohort, n + 1),
  );
  const jobs = [...(await invitationsTo(ctx, cohort, person)), ...later];
  const now = isTheirs(enrolment) ? (isAsking ? 'again' : state) : 'moved';
  return allOf(jobs, { kind: 'invitation', cohort, cohortName, state: now });
};

async function invitationsTo(ctx: Context, cohort: CohortId, person: PersonId): Promise<string[]> {
  const jobs: string[] = [];
  for (let time = 1; await findDelivery(ctx, invitationJob(cohort, time), person); time++)
    jobs.push(invitationJob(cohort, time));
  return jobs;
}
