import { RestError } from '@azure/data-tables';
import { Away } from '#usecases/story/ports.ts';

/** Storage that says nothing to anybody for so long is away: who waits for an answer is told soon. */
const SILENT_MS = 4_500;
/** While it answers others, what stands in the queue of connections is waited for, but not for ever. */
const LONGEST_MS = 20_000;
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

type Ask = <T>(ask: (abortSignal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * How one service of storage is asked: a question with all its tries. What does not come in time, or is out of order,
 * is `Away`.
 */
export function inTime(): Ask {
  let heardMs = Number.NEGATIVE_INFINITY;
  return async (ask) => {
    const beganMs = performance.now();
    const givenUp = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const look = () => {
      const nowMs = performance.now();
      const leftMs = Math.min(
        SILENT_MS - (nowMs - Math.max(beganMs, heardMs)),
        LONGEST_MS - (nowMs - beganMs),
      );
      if (leftMs > 0) timer = setTimeout(look, leftMs);
      else givenUp.abort();
    };
    look();
    try {
      const answer = await ask(givenUp.signal);
      heardMs = performance.now();
      return answer;
    } catch (error) {
      if (givenUp.signal.aborted || isAway(error)) throw new Away(error);
      heardMs = performance.now();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** No answer at all, one that came too late, or one that asks to come back later. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof RestError)) return false;
  const { statusCode } = error;
  return statusCode === undefined || statusCode >= 500 || statusCode === 429 || statusCode === 408;
};
