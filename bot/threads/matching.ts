import { Worker } from 'node:worker_threads';
import type { MatchOptions, MatchPerson, MatchResult, Watch } from '#domain/matching/types.ts';
import type { RoundToMatch } from './matchingWorker.ts';

/** What the thread says: how far it is, or what came out. */
export type Heard =
  | { kind: 'progress'; phase: Parameters<Watch>[0]; done: number; of: number }
  | { kind: 'result'; result: MatchResult };

export interface ThreadWishes {
  /** Is told how far the round is, several times a second at most. */
  watch?: Watch;
  /** Ends the thread at once; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Runs one matching round in a thread of its own, so that people are answered meanwhile. Rejects when the
 * thread fails, ends early or is cancelled.
 */
export function matchInThread(
  people: MatchPerson[],
  options: MatchOptions,
  { watch, signal }: ThreadWishes = {},
): Promise<MatchResult> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const round: RoundToMatch = { people, options };
    const worker = new Worker(new URL('./matchingWorker.ts', import.meta.url), { workerData: round });
    const cancel = () => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (heard: Heard) => {
      if (heard.kind === 'result') resolve(heard.result);
      else watch?.(heard.phase, heard.done, heard.of);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', cancel);
      reject(new Error(`the matching thread ended early, code ${code}`));
    });
  });
}
