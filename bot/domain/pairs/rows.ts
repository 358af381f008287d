import type { Agreement, Signature, Withdrawal } from './agreement.ts';
import type { Goal } from './goals.ts';
import type { Pair, PairLink, Slot } from './pair.ts';

/** Rows in the partition of a person. */
export interface OwnPairRows {
  /** `pair_<pair>`: a projection. */
  pair: PairLink;
  /** `slot_<n>`: one place of the person's capacity. */
  slot: Slot;
}

/** Rows in the partition of a pair. */
export interface PairRows {
  pair: Pair;
  /** `agreement_<version>`. */
  agreement: Agreement;
  /** `signature_<version>_<person>`. */
  signature: Signature;
  /** `withdrawal_<version>`. */
  withdrawal: Withdrawal;
  /** `goal_<id>`: how it stands now. */
  goal: Goal;
  /** `goalstep_<id>_<seq>`: every wording and confidence it ever had. */
  goalstep: Goal;
}
