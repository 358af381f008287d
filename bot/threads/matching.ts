import { Worker } from 'node:worker_threads';
import type { MatchOptions, MatchPerson, MatchResult } from '#domain/matching/types.ts';

/** Runs one matching round in a thread of its own, so that people are answered meanwhile. */
export function matchInThread(people: MatchPerson[], options: MatchOptions): Promise<MatchResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matchingWorker.ts', import.meta.url), {
      workerData: { people, options },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the matching thread ended early, code ${code}`)));
  });
}
