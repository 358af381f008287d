import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Claim } from '#domain/matching/certificate.ts';
import { Checker } from '#domain/matching/checker.ts';
import type { MatchOptions } from '#domain/matching/types.ts';
import { type PackedPeople, unpack } from './packing.ts';
import { serve } from './thread.ts';

export interface RoundToCheck {
  people: PackedPeople;
  options: MatchOptions;
  /** Where the engine's claim comes from. */
  claims: MessagePort;
}

/** Reads the people and works out their fits while the engine still looks for the best. */
serve(async ({ people, options, claims }: RoundToCheck): Promise<boolean> => {
  const claimed = once(claims, 'message');
  const checker = new Checker(unpack(people), options);
  checker.prepare();
  const [claim]: Claim[] = await claimed;
  claims.close();
  return claim !== undefined && checker.flawOf(claim) === '';
});
