import type { CohortId, PersonId } from '#domain/basics/ids.ts';
import type { Import } from './import.ts';

export type CohortMessage =
  /** Whoever was invited gets the name and the last day that the cohort has now. */
  | { kind: 'carryCohort'; cohort: CohortId }
  /** What a column said of its people goes, once the cohort keeps it no more. */
  | { kind: 'forgetAttribute'; cohort: CohortId; name: string }
  /** The next parts of an import, from `part` on. */
  | { kind: 'goOnWithImport'; cohort: CohortId; import: string; state: Import['state']; part: number }
  /** What was staged has no use any more. */
  | { kind: 'dropImport'; cohort: CohortId; import: string }
  /** The next part of those whom a champion, `person`, invited together. */
  | ({ kind: 'goOnInviting' } & PartOfInviting);

/** Which part of the people whom a champion, `person`, asks together comes next. */
export interface PartOfInviting {
  cohort: CohortId;
  person: PersonId;
  invite: string;
  part: number;
}
