import { MessageChannel } from 'node:worker_threads';
import { type SharedMemory, shareRows } from '#domain/matching/engine/sharedRows.ts';
import type { MatchFound } from '#domain/matching/matchCohort.ts';
import type { MatchOptions, MatchPerson, MatchResult, Watch } from '#domain/matching/types.ts';
import type { RoundToCheck } from './checkingWorker.ts';
import type { RoundToMatch, WatchCall } from './matchingWorker.ts';
import { type PackedPeople, pack } from './packing.ts';
import { Thread } from './thread.ts';

/** With fewer pairs than this, a second thread would take longer to start than to check. */
const MANY_PAIRS = 500 * 500;

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
  { watch = () => undefined, signal }: ThreadWishes = {},
): Promise<MatchResult> {
  signal?.throwIfAborted();
  const executives = people.filter(({ role }) => role === 'executive').length;
  const isLarge = executives * (people.length - executives) >= MANY_PAIRS;
  const matching = Thread.of('./matchingWorker.ts');
  const checking = isLarge ? Thread.of('./checkingWorker.ts') : undefined;
  const end = () => {
    matching.end();
    checking?.end();
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    const round = { people: pack(people), options };
    const hear = (progress: WatchCall) => watch(...progress);
    const result = checking
      ? await matchByTwo({ ...round, shared: shareRows(executives) }, { matching, checking }, hear)
      : await matching.ask<RoundToMatch, WatchCall, MatchResult>(round, hear);
    signal?.throwIfAborted();
    matching.release();
    checking?.release();
    return result;
  } catch (error) {
    end();
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

async function matchByTwo(
  { shared, ...round }: { people: PackedPeople; options: MatchOptions; shared: SharedMemory },
  { matching, checking }: { matching: Thread; checking: Thread },
  hear: (progress: WatchCall) => void,
): Promise<MatchResult> {
  const { port1, port2 } = new MessageChannel();
  const toCheck = { ...round, claims: port2, shared };
  const checked = checking.ask<RoundToCheck, never, boolean>(toCheck, undefined, [port2]).catch(() => false);
  const toMatch = { ...round, other: { claims: port1, shared } };
  const found = await matching.ask<RoundToMatch, WatchCall, MatchFound>(toMatch, hear, [port1]);
  hear(['check', 0, 1]);
  return { ...found, provenBest: await checked };
}
