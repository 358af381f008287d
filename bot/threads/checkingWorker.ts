import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Claim } from '#domain/matching/checker/certificate.ts';
import { Checker } from '#domain/matching/checker/checker.ts';
import { type SharedMemory, SharedRows } from '#domain/matching/engine/sharedRows.ts';
import { readProblem } from '#domain/matching/problem.ts';
import type { MatchOptions } from '#domain/matching/types.ts';
import { type PackedPeople, unpack } from './packing.ts';
import { serve } from './thread.ts';

export interface RoundToCheck {
  people: PackedPeople;
  options: MatchOptions;
  /** Where the engine's claim comes from. */
  claims: MessagePort;
  /** Where the engine looks for rows that are worked out already. */
  shared: SharedMemory;
}

/** Helps the engine to work out its rows, then works out what its claim is to be compared with. */
serve(async ({ people: packed, options, claims, shared }: RoundToCheck): Promise<boolean> => {
  const claimed = once(claims, 'message');
  const people = unpack(packed);
  new SharedRows(shared).help(readProblem(people, options));
  const checker = new Checker(people, options);
  checker.prepare();
  const [claim]: Claim[] = await claimed;
  claims.close();
  return claim !== undefined && checker.flawOf(claim) === '';
});
