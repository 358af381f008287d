import { asId, type CohortId, type PersonId } from '#domain/ids.ts';
import type { Asked } from './route.ts';

/** Which cohort is meant and who asks. */
export const atOf = ({
  params,
  actor,
}: Pick<Asked<never, never>, 'params' | 'actor'>): {
  cohort: CohortId;
  person: PersonId;
} => ({ cohort: asId(params.cohort ?? ''), person: actor.person });
