import type { MessagePort } from 'node:worker_threads';
import type { Claim } from '#domain/matching/checker/certificate.ts';
import { type SharedMemory, SharedRows } from '#domain/matching/engine/sharedRows.ts';
import { findMatch, type MatchFound, matchCohort } from '#domain/matching/matchCohort.ts';
import type { MatchOptions, MatchResult, Phase, Watch } from '#domain/matching/types.ts';
import { type PackedPeople, unpack } from './packing.ts';
import { serve } from './thread.ts';

export interface RoundToMatch {
  people: PackedPeople;
  options: MatchOptions;
  /** Another thread that works out rows as well and checks what this one finds; without, it checks itself. */
  other?: { claims: MessagePort; shared: SharedMemory };
}

/** How far the round is. */
export type WatchCall = Parameters<Watch>;

/** WatchCall within a phase is told no more often than this. */
const EVERY_MS = 100;

serve(
  (
    { people, options, other }: RoundToMatch,
    tell: (progress: WatchCall) => void,
  ): MatchFound | MatchResult => {
    let told: { phase: Phase | ''; atMs: number } = { phase: '', atMs: 0 };
    const watch: Watch = (phase, done, of) => {
      const now = performance.now();
      if (phase === told.phase && now - told.atMs < EVERY_MS) return;
      told = { phase, atMs: now };
      tell([phase, done, of]);
    };
    if (!other) return matchCohort(unpack(people), options, watch);
    const claim = (claimed: Claim) => other.claims.postMessage(claimed);
    return findMatch(unpack(people), options, { watch, claim, shared: new SharedRows(other.shared) });
  },
);
