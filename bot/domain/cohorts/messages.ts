import type { CohortId } from '#domain/basics/ids.ts';

export type CohortMessage = { kind: 'applyImport'; cohort: CohortId; import: string };
