import { COLUMNS, type Column } from '#domain/cohorts/importColumns.ts';

/** What a champion says of columns that were not recognised, by their place in a line from 0. */
export interface ChosenColumns {
  is: readonly { place: number; column: Column }[];
  /** Kept as attributes of the cohort, for this reason. */
  keep: readonly number[];
  why: string;
}

export const NOTHING_CHOSEN: ChosenColumns = { is: [], keep: [], why: '' };

/** `3:department,5:keep` taken apart; what names no column of ours is passed over. */
export function chosenIn({ columns, why }: { columns: string; why: string }): ChosenColumns {
  const said = columns.split(',').map((one) => one.split(':'));
  return {
    is: said.flatMap(([place, word]) => {
      const column = COLUMNS.find((one) => one === word);
      return column ? [{ place: Number(place), column }] : [];
    }),
    keep: said.flatMap(([place, word]) => (word === 'keep' ? [Number(place)] : [])),
    why,
  };
}
