import type { AzureQueue } from '#storage/queue.ts';
import { faultOf } from '#usecases/story/fault.ts';
import type { Log } from '#usecases/story/ports.ts';

const EVERY_MS = 5 * 60_000;

/**
 * Says in the log how the queue stands, now and every five minutes, for the alert that it is late
 * (infra/azure/watch.bicep). Answers what ends it.
 */
export function tellStanding(queue: Pick<AzureQueue, 'standing'>, log: Log, everyMs = EVERY_MS): () => void {
  const tell = async (): Promise<void> => {
    try {
      log.info(await queue.standing(), 'how the queue stands');
    } catch (error) {
      log.warn({ err: faultOf(error) }, 'the queue does not say how it stands');
    }
  };
  void tell();
  const timer = setInterval(() => void tell(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
