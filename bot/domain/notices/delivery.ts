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

/** How many it came to what with. */
export interface Tally {
  /** Those it was for, as far as is known: of these, who has it, who will, who did not get it, and of whom nobody knows. */
  meant: number;
  sent: number;
  /** On its way now. */
  onTheWay: number;
  /** They are not at work: it comes when their day begins. */
  quiet: number;
  failed: number;
  unknown: number;
  /** Without the app, without news, or no longer taking part. */
  notMeant: number;
}

/** `people`: how many there are in all, where not everybody has a row yet. */
export function tallyOf(deliveries: readonly Delivery[], people = 0): Tally {
  const tally: Tally = { meant: 0, sent: 0, onTheWay: 0, quiet: 0, failed: 0, unknown: 0, notMeant: 0 };
  for (const delivery of deliveries) {
    if (!isMeant(delivery)) tally.notMeant++;
    else if (!isOnItsWay(delivery)) tally[delivery.state as 'sent' | 'failed' | 'unknown']++;
    else if (delivery.reason === 'quietHours') tally.quiet++;
    else tally.onTheWay++;
  }
  tally.onTheWay += Math.max(0, people - deliveries.length);
  tally.meant = tally.sent + tally.onTheWay + tally.quiet + tally.failed + tally.unknown;
  return tally;
}

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
