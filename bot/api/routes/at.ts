import type { Asked } from '#api/http/route.ts';
import { asId, type CohortId, type PersonId } from '#domain/basics/ids.ts';

/** Which cohort is meant and who asks. */
export const atOf = ({
  params,
  actor,
}: Pick<Asked<never, never>, 'params' | 'actor'>): {
  cohort: CohortId;
  person: PersonId;
} => ({ cohort: asId(params.cohort ?? ''), person: actor.person });
