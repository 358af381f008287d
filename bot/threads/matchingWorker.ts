import { parentPort, workerData } from 'node:worker_threads';
import { findMatch, matchCohort } from '#domain/matching/engine.ts';
import type { MatchOptions, MatchPerson, Phase, Watch } from '#domain/matching/types.ts';
import type { Heard } from './matching.ts';

export interface RoundToMatch {
  /** Everybody as JSON: written once and read by each thread, it takes half of what a copy of objects does. */
  written: string;
  options: MatchOptions;
  /** Another thread checks what this one finds. */
  isCheckedElsewhere: boolean;
}

/** Progress within a phase is told no more often than this. */
const EVERY_MS = 100;

const tell = (heard: Heard): void => parentPort?.postMessage(heard);
let told: { phase: Phase | ''; atMs: number } = { phase: '', atMs: 0 };
const watch: Watch = (phase, done, of) => {
  const now = performance.now();
  if (phase === told.phase && now - told.atMs < EVERY_MS) return;
  told = { phase, atMs: now };
  tell({ kind: 'progress', phase, done, of });
};

const { written, options, isCheckedElsewhere } = workerData as RoundToMatch;
const people: MatchPerson[] = JSON.parse(written);
tell(
  isCheckedElsewhere
    ? { kind: 'found', found: findMatch(people, options, watch) }
    : { kind: 'result', result: matchCohort(people, options, watch) },
);
