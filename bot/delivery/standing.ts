import { toInstant, toMs } from '#domain/basics/ids.ts';
import type { Delivery } from '#domain/notices/delivery.ts';
import type { SendOutcome } from '#usecases/story/ports.ts';

/** After how long a reserved message whose sender never came back counts as unanswered. */
const UNANSWERED_MS = 60_000;
/** How often Teams may put a message off before it counts as failed: about an hour. */
const MOST_ATTEMPTS = 20;
const SHORTEST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5 * 60_000;

export type DeliveryStanding =
  | { kind: 'open' }
  | { kind: 'settled' }
  | { kind: 'waiting'; ms: number }
  /** Somebody reserved it and was never heard of again: it may have been sent. */
  | { kind: 'unanswered' };

/** Where a message to one person stands at `nowMs`. For `queued`, `at` is the moment it may be tried. */
export function standingOf(delivery: Delivery | undefined, nowMs: number): DeliveryStanding {
  if (!delivery) return { kind: 'open' };
  const { state, at } = delivery;
  switch (state) {
    case 'queued': {
      const ms = toMs(at) - nowMs;
      return ms > 0 ? { kind: 'waiting', ms } : { kind: 'open' };
    }
    case 'reserved': {
      // A reservation from the future: the clock was set back, and its sender is as lost as any.
      const age = Math.abs(nowMs - toMs(at));
      return age < UNANSWERED_MS ? { kind: 'waiting', ms: UNANSWERED_MS - age } : { kind: 'unanswered' };
    }
    case 'sent':
    case 'skipped':
    case 'failed':
    case 'unknown':
      return { kind: 'settled' };
    default:
      return state satisfies never;
  }
}

export type Move = Pick<Delivery, 'state'> & Partial<Delivery>;

/**
 * What a row says after Teams has answered the attempt that it stands for. Put off too often, or put off while somebody
 * else has settled it (`isReserved` is false then), it is given up.
 */
export function moveAfter(
  outcome: SendOutcome,
  { attempts, isReserved = true }: { attempts: number; isReserved?: boolean },
  nowMs: number,
): Move {
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', activity: outcome.activity };
    case 'unknown':
      return { state: 'unknown', reason: 'unanswered' };
    case 'failed':
      return { state: 'failed', reason: outcome.reason };
    case 'later':
      if (!isReserved || attempts >= MOST_ATTEMPTS) return { state: 'failed', reason: 'throttled' };
      return {
        ...{ state: 'queued', reason: 'throttled' },
        at: toInstant(nowMs + delayOf(attempts, outcome.afterMs)),
      };
    default:
      return outcome satisfies never;
  }
}

/** At least what Teams asked for, doubling from one second to five minutes with each attempt (from 1). */
const delayOf = (attempts: number, askedMs: number): number =>
  Math.max(askedMs, Math.min(SHORTEST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS));
