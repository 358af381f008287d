import type { Erasing } from './erasing.ts';

/** Rows in the partition of a person. */
export interface ErasingRows {
  erasing: Erasing;
}
