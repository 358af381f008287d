import type { Delivery } from './delivery.ts';

/** Rows of the table `deliveries`, in the partition of a job and shard. */
export interface DeliveryRows {
  /** The row key is the person. */
  person: Delivery;
}
