import { asId, type CohortId } from '#domain/basics/ids.ts';
import type { ContactSeat, ContactState } from '#domain/cohorts/contactPerson.ts';
import { contactJob } from '#domain/cohorts/notices.ts';
import { Partition } from '#usecases/story/partition.ts';
import { allOf, type Settling } from '#usecases/story/settling.ts';

/** How things stand with a card that asked somebody to be a contact. */
export interface ContactStands {
  kind: 'contact';
  cohort: CohortId;
  cohortName: string;
  seat: ContactSeat;
  state: Exclude<ContactState, 'asked'>;
}

/** Answered, or somebody else is named. Where they are asked anew, the newer card asks the same. */
export const settledContact: Settling<ContactStands> = async (ctx, person, about) => {
  const cohort = asId<CohortId>(about.id);
  const rows = await Partition.pick(ctx, cohort, [['cohort'], ['contact', person]]);
  const cohortName = rows.find('cohort')?.value.name;
  const known = rows.find('contact', person)?.value;
  if (cohortName === undefined || !known || known.state === 'asked') return [];
  const { seat, state, askings } = known;
  const jobs = Array.from({ length: askings }, (_, n) => contactJob(cohort, n + 1));
  return allOf(jobs, { kind: 'contact', cohort, cohortName, seat, state });
};
