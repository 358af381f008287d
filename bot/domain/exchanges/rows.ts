import type { Exchange } from './exchange.ts';
import type { Learning } from './learning.ts';

/** Rows in the partition of a pair. */
export interface ExchangeRows {
  /** `exchange_<id>`. */
  exchange: Exchange;
  /** `learning_<id>`. */
  learning: Learning;
}
