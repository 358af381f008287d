import type { RoundRun } from './progress.ts';
import type { LeftOut, Proposal, Round } from './rounds.ts';
import type { Wish } from './wishes.ts';

/** Rows in the partition of a cohort. */
export interface RoundRows {
  /** `round_<n>`. */
  round: Round;
  /** `proposal_<round>_<n>`. */
  proposal: Proposal;
  /** `leftout_<round>_<person>_<role>`. */
  leftout: LeftOut;
  /** `wish_<executive>_<mentor>`: what the next run keeps to. */
  wish: Wish;
  /** The one run of a cohort that takes longer than a moment. */
  run: RoundRun;
}
