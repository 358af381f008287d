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

/** What lists of people ask for: those with whom it came to the same. */
export const DELIVERY_GROUPS = ['all', 'sent', 'onTheWay', 'unknown', 'failed', 'notMeant'] as const;
export type DeliveryGroup = (typeof DELIVERY_GROUPS)[number];

export function groupOf(delivery: Delivery | undefined): Exclude<DeliveryGroup, 'all'> {
  if (delivery && !isMeant(delivery)) return 'notMeant';
  if (isOnItsWay(delivery)) return 'onTheWay';
  return delivery?.state as 'sent' | 'failed' | 'unknown';
}

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
  /** With how many the last change has come to its end, well or not; 0 where nothing was changed. */
  amended: number;
  notAmended: number;
}

const NONE: Tally = {
  ...{ meant: 0, sent: 0, onTheWay: 0, quiet: 0, failed: 0, unknown: 0, notMeant: 0 },
  ...{ amended: 0, notAmended: 0 },
};

/** `people`: how many there are in all, where not everybody has a row yet. `revision`: of the last change, 0 for none. */
export function tallyOf(deliveries: readonly Delivery[], people = 0, revision = 0): Tally {
  const tally = { ...NONE };
  for (const delivery of deliveries) {
    if (revision > 0 && isAmendable(delivery) && isAmended(delivery, revision))
      tally[delivery.amended?.state === 'refused' ? 'notAmended' : 'amended']++;
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
  /** What came of the last change of what was sent; missing where there was none. */
  amended?: Amended;
}

export const AMENDED_STATES = ['shown', 'removed', 'replaced', 'refused', 'again'] as const;

/** shown: they see the change. again: Teams gave no answer, and the same may be said again. */
export interface Amended {
  revision: number;
  state: (typeof AMENDED_STATES)[number];
  tries: number;
}

/** Whether a change has come to its end with somebody who has the message. */
export const isAmended = ({ amended }: Delivery, revision: number): boolean =>
  amended !== undefined && amended.revision >= revision && amended.state !== 'again';

/** Whether it can be changed where it lies. */
export const isAmendable = ({ state, activity }: Delivery): boolean => state === 'sent' && activity !== '';
