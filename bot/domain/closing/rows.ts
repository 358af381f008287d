import type { Closing } from './closing.ts';

/** Rows in the partition of a pair. */
export interface ClosingRows {
  /** `closing_<endsOn>_<person>`. */
  closing: Closing;
}
