import type { Found } from '#domain/matching/engine.ts';
import type { MatchOptions, MatchPerson, MatchResult, Watch } from '#domain/matching/types.ts';
import { CheckingThread } from './checking.ts';
import type { RoundToMatch } from './matchingWorker.ts';
import { startThread } from './start.ts';

/** With fewer pairs than this, a second thread would take longer to start than to check. */
const MANY_PAIRS = 500 * 500;

/** What the thread says: how far it is, or what came out, checked or not. */
export type Heard =
  | { kind: 'progress'; phase: Parameters<Watch>[0]; done: number; of: number }
  | { kind: 'found'; found: Found }
  | { kind: 'result'; result: MatchResult };

export interface ThreadWishes {
  /** Is told how far the round is, several times a second at most. */
  watch?: Watch;
  /** Ends all threads at once; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Runs one matching round in a thread of its own, so that people are answered meanwhile, and checks a large one
 * in another. Rejects when the engine's thread fails, ends early or is cancelled.
 */
export async function matchInThread(
  people: MatchPerson[],
  options: MatchOptions,
  { watch, signal }: ThreadWishes = {},
): Promise<MatchResult> {
  signal?.throwIfAborted();
  const executives = people.filter((one) => one?.role === 'executive').length;
  const isLarge = executives * (people.length - executives) >= MANY_PAIRS;
  const written = JSON.stringify(people);
  const checking = isLarge ? new CheckingThread({ written, options }) : undefined;
  const stop = () => checking?.end();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const round = { written, options, isCheckedElsewhere: isLarge };
    const found = await new Promise<Found | MatchResult>((resolve, reject) =>
      run(round, { resolve, reject }, { watch, signal }),
    );
    if ('provenBest' in found) return found;
    watch?.('check', 0, 1);
    const provenBest = (await checking?.proves(found)) ?? false;
    signal?.throwIfAborted();
    return { ...found, provenBest };
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

interface Settling {
  resolve: (found: Found | MatchResult) => void;
  reject: (reason: unknown) => void;
}

function run(round: RoundToMatch, { resolve, reject }: Settling, { watch, signal }: ThreadWishes): void {
  const worker = startThread('./matchingWorker.ts', round);
  const cancel = () => {
    reject(signal?.reason);
    void worker.terminate();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (heard: Heard) => {
    if (heard.kind === 'found') resolve(heard.found);
    else if (heard.kind === 'result') resolve(heard.result);
    else watch?.(heard.phase, heard.done, heard.of);
  });
  worker.once('error', reject);
  worker.once('exit', (code) => {
    signal?.removeEventListener('abort', cancel);
    reject(new Error(`the matching thread ended early, code ${code}`));
  });
}
