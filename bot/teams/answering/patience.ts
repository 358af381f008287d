import { setTimeout as wait } from 'node:timers/promises';

/** An answer in a chat is waited for: more patience than this would only seem broken. */
const MOST_PAUSE_MS = 5_000;
const MOST_TRIES = 3;

/**
 * Tries up to three times within seconds. `attempt` hears whether it is the last time, and answers after how long it
 * may be tried again, 0 when there is nothing left to do.
 */
export async function patiently(
  attempt: (isLast: boolean) => Promise<number>,
  stopping?: AbortSignal,
): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const isLast = tries === MOST_TRIES;
    const afterMs = await attempt(isLast);
    if (afterMs === 0 || isLast || stopping?.aborted) return;
    await wait(Math.min(afterMs, MOST_PAUSE_MS), undefined, { signal: stopping });
  }
}
