import type { Nudged } from './told.ts';

/** Rows in the partition of a person. */
export interface NudgeRows {
  nudges: Nudged;
}
