import type { Column } from '#domain/cohorts/importColumns.ts';

/** What a champion says of columns that were not recognised, by their place in a line from 0. */
export interface ChosenColumns {
  is: readonly { place: number; column: Column }[];
  /** Kept as attributes of the cohort, for this reason. */
  keep: readonly number[];
  why: string;
}

export const NOTHING_CHOSEN: ChosenColumns = { is: [], keep: [], why: '' };
