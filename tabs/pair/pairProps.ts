import type { PairView } from '#api/contract/pairs.ts';

/** What every screen of a pair is given. `names` are the partners' first names as a list. */
export interface PairProps {
  view: PairView;
  names: string;
  /** What is looked at first in the space. */
  part?: 'meetings' | 'closing';
  onBack(): void;
  /** Leads to the own search for a mentor in a cohort. */
  onSearch(cohort: string): void;
  /** Leads to somebody outside to turn to. */
  onConcern(): void;
  /** Leads to five minutes of reading before they meet. */
  onPrimer(): void;
}

/** What the parts of the space are given. */
export type SpaceProps = Pick<PairProps, 'view' | 'names'>;
