import { RestError } from '@azure/data-tables';
import { Away } from '#usecases/story/ports.ts';

/** Who waits for an answer is told soon that there is none now. */
const WITHIN_MS = 4_500;
const TRIES = 3;
const REST_MS = 200;
const LONGEST_REST_MS = 1_000;

/** How often the clients of tables and of queues ask, each in the words of its library. */
export const TABLE_RETRIES = {
  maxRetries: TRIES - 1,
  retryDelayInMs: REST_MS,
  maxRetryDelayInMs: LONGEST_REST_MS,
};
export const QUEUE_RETRIES = {
  maxTries: TRIES,
  retryDelayInMs: REST_MS,
  maxRetryDelayInMs: LONGEST_REST_MS,
};

/** One question to storage with all its tries. What does not come in time, or is out of order, is `Away`. */
export async function answered<T>(ask: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
  const abortSignal = AbortSignal.timeout(WITHIN_MS);
  try {
    return await ask(abortSignal);
  } catch (error) {
    throw abortSignal.aborted || isAway(error) ? new Away(error) : error;
  }
}

/** No answer at all, one that came too late, or one that asks to come back later. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof RestError)) return false;
  const { statusCode } = error;
  return statusCode === undefined || statusCode >= 500 || statusCode === 429 || statusCode === 408;
};
