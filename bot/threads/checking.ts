import type { Worker } from 'node:worker_threads';
import type { Claim, Flaw } from '#domain/matching/certificate.ts';
import type { RoundToMatch } from './matchingWorker.ts';
import { startThread } from './start.ts';

/**
 * Checks a round in a thread of its own, which reads the people and works out their fits while the engine still
 * looks for the best. A thread that fails proves nothing.
 */
export class CheckingThread {
  readonly #worker: Worker;
  readonly #isProven: Promise<boolean>;

  constructor(round: Pick<RoundToMatch, 'written' | 'options'>) {
    const worker = startThread('./checkingWorker.ts', round);
    this.#worker = worker;
    this.#isProven = new Promise((resolve) => {
      worker.once('message', (flaw: Flaw) => resolve(flaw === ''));
      worker.once('error', () => resolve(false));
      worker.once('exit', () => resolve(false));
    });
  }

  /** Whether nothing is wrong with what was found. Asked once. */
  proves({ pairs, certificate }: Claim): Promise<boolean> {
    const bare = pairs.map(({ executive, mentor, fit }) => ({ executive, mentor, fit }));
    this.#worker.postMessage({ pairs: bare, certificate } satisfies Claim);
    return this.#isProven;
  }

  end(): void {
    void this.#worker.terminate();
  }
}
