import type { CohortId } from '#domain/basics/ids.ts';

export type CohortNotice = { kind: 'invitation'; cohort: CohortId };
