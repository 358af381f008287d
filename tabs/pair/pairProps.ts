import type { PairView } from '#api/contract/contract.ts';

/** What every screen of a pair is given. `names` are the partners' first names as a list. */
export interface PairProps {
  view: PairView;
  names: string;
  onBack(): void;
  /** Leads to the own search for a mentor in a cohort. */
  onSearch(cohort: string): void;
}

type Space = NonNullable<PairView['space']>;

/** What the parts of the space are given. */
export interface SpaceProps extends Pick<PairProps, 'view' | 'names'> {
  space: Space;
}
