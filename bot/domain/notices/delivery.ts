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

/** It did not arrive, or nobody knows: sending it once more is somebody's choice, never made in silence. */
export const isLost = (delivery: Delivery | undefined): boolean =>
  delivery?.state === 'failed' || delivery?.state === 'unknown';

const UNREACHED: readonly DeliveryReason[] = ['notInstalled', 'blocked', 'disabled'];
/** It could not reach its reader: it may be sent again once the way to them is open. */
export const isUnreached = (delivery: Delivery | undefined): boolean =>
  delivery !== undefined && UNREACHED.includes(delivery.reason);

/** Nothing has come of it yet. */
export const isOnItsWay = (delivery: Delivery | undefined): boolean =>
  !delivery || delivery.state === 'queued' || delivery.state === 'reserved';

/** Whether a message was for this person at all: not without the app, nor where news is muted, nor once they left. */
export const isMeant = ({ state, reason }: Delivery): boolean =>
  state !== 'skipped' && !(state === 'failed' && reason === 'notInstalled');

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
