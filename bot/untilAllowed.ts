import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '#usecases/story/fault.ts';
import type { Log } from '#usecases/story/ports.ts';

const EVERY_MS = 10_000;

/**
 * Makes what storage must have, again and again until it may: in Azure a role takes minutes to be known everywhere,
 * and a storage that is away comes back. Says so each time. Ends in silence when `signal` aborts; rejects with what
 * waiting does not mend.
 */
export async function untilAllowed(
  make: () => Promise<unknown>,
  { log, signal, everyMs = EVERY_MS }: { log: Log; signal: AbortSignal; everyMs?: number },
): Promise<void> {
  while (!signal.aborted) {
    try {
      await make();
      return;
    } catch (error) {
      if (!isWorthWaiting(error)) throw error;
      log.warn({ err: faultOf(error) }, 'storage does not let us in yet and will be asked again');
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** No answer, no token yet, no role yet, or out of order; not an address or a name that is wrong. */
function isWorthWaiting(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (/Credential|Authentication/.test(error.name)) return true;
  const { statusCode } = error as { statusCode?: number };
  const isPassing = statusCode === undefined || statusCode === 401 || statusCode === 403 || statusCode >= 500;
  return error.name === 'RestError' && isPassing;
}
