import { parentPort, workerData } from 'node:worker_threads';
import { matchCohort } from '#domain/matching/engine.ts';
import type { MatchOptions, MatchPerson, Phase } from '#domain/matching/types.ts';
import type { Heard } from './matching.ts';

export interface RoundToMatch {
  people: MatchPerson[];
  options: MatchOptions;
}

/** Progress within a phase is told no more often than this. */
const EVERY_MS = 100;

const tell = (heard: Heard): void => parentPort?.postMessage(heard);
let told: { phase: Phase | ''; atMs: number } = { phase: '', atMs: 0 };

const { people, options } = workerData as RoundToMatch;
const result = matchCohort(people, options, (phase, done, of) => {
  const now = performance.now();
  if (phase === told.phase && now - told.atMs < EVERY_MS) return;
  told = { phase, atMs: now };
  tell({ kind: 'progress', phase, done, of });
});
tell({ kind: 'result', result });
