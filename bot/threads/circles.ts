import type { CircleOptions, CircleResult } from '#domain/matching/circles/circle.ts';
import type { MatchPerson } from '#domain/matching/types.ts';
import type { ThreadWishes } from './matching.ts';
import type { WatchCall } from './matchingWorker.ts';
import { type PackedPeople, pack } from './packing.ts';
import { Thread } from './thread.ts';

export interface CirclesToFind {
  people: PackedPeople;
  options: CircleOptions;
}

/**
 * Finds circles in a thread of its own and checks them there; undefined when time ran out without any. The thread is ended each
 * time: HiGHS does not give back the memory that it took. Rejects when it fails, breaks a rule or is cancelled.
 */
export async function matchCirclesInThread(
  people: MatchPerson[],
  options: CircleOptions,
  { watch = () => undefined, signal }: ThreadWishes = {},
): Promise<CircleResult | undefined> {
  signal?.throwIfAborted();
  const thread = Thread.of('./circlesWorker.ts');
  const end = () => thread.end();
  signal?.addEventListener('abort', end, { once: true });
  try {
    const found = await thread.ask<CirclesToFind, WatchCall, CircleResult | undefined>(
      { people: pack(people), options },
      (progress) => watch(...progress),
    );
    signal?.throwIfAborted();
    return found;
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}
