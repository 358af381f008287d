import type { MessagePort } from 'node:worker_threads';
import { type Found, findMatch, matchCohort } from '#domain/matching/engine.ts';
import type { MatchOptions, MatchResult, Phase, Watch } from '#domain/matching/types.ts';
import { type PackedPeople, unpack } from './packing.ts';
import { serve } from './thread.ts';

export interface RoundToMatch {
  people: PackedPeople;
  options: MatchOptions;
  /** Who else checks what this thread finds; without, it checks itself. */
  claims?: MessagePort;
}

/** How far the round is. */
export type Progress = Parameters<Watch>;

/** Progress within a phase is told no more often than this. */
const EVERY_MS = 100;

serve(
  ({ people, options, claims }: RoundToMatch, tell: (progress: Progress) => void): Found | MatchResult => {
    let told: { phase: Phase | ''; atMs: number } = { phase: '', atMs: 0 };
    const watch: Watch = (phase, done, of) => {
      const now = performance.now();
      if (phase === told.phase && now - told.atMs < EVERY_MS) return;
      told = { phase, atMs: now };
      tell([phase, done, of]);
    };
    if (!claims) return matchCohort(unpack(people), options, watch);
    return findMatch(unpack(people), options, watch, (claim) => claims.postMessage(claim));
  },
);
