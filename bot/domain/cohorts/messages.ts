import type { CohortId } from '#domain/basics/ids.ts';
import type { Import } from './import.ts';

export type CohortMessage =
  /** The next parts of an import, from `part` on. */
  | { kind: 'goOnWithImport'; cohort: CohortId; import: string; state: Import['state']; part: number }
  /** What was staged has no use any more. */
  | { kind: 'dropImport'; cohort: CohortId; import: string };
