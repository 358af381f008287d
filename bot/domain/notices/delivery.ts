import type { Instant, PersonId } from '#domain/basics/ids.ts';

export const DELIVERY_STATES = ['queued', 'reserved', 'sent', 'skipped', 'failed', 'unknown'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type DeliveryReason =
  | ''
  | 'notInstalled'
  | 'blocked'
  | 'disabled'
  | 'muted'
  | 'quietHours'
  | 'notDue'
  | 'throttled'
  | 'refused'
  | 'unanswered';

/** Table deliveries, PartitionKey `<job>_<shard>`, RowKey person: the state of one message for one person. */
export interface Delivery {
  job: string;
  person: PersonId;
  state: DeliveryState;
  reason: DeliveryReason;
  attempts: number;
  at: Instant;
  /** The activity id the connector answered with; empty until sent. */
  activity: string;
}
