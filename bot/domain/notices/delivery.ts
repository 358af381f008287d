import type { Instant, PersonId } from '#domain/basics/ids.ts';

export type DeliveryState = 'queued' | 'reserved' | 'sent' | 'skipped' | 'failed' | 'unknown';

export type DeliveryReason =
  | ''
  | 'notInstalled'
  | 'blocked'
  | 'muted'
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
