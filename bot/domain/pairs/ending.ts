import { type Instant, type PersonId, toInstant } from '#domain/basics/ids.ts';
import { Refusal } from '#domain/basics/refusal.ts';
import { asSeenBy } from './circle.ts';
import { type EndedPair, type GoingPair, isGoing, type NewMatchWish, type Pair } from './pair.ts';

/** A pair that all had said yes to, and that has ended since. */
export type FormerPair = EndedPair & { activeSince: Instant };

export const isFormer = (pair: Pair): pair is FormerPair =>
  pair.state === 'ended' && pair.activeSince !== undefined;

/**
 * The pair as it ends when any member asks; undefined where it has ended already. Nothing in it tells who asked. Throws
 * `Refusal` for two who are only introduced: their own answer is the way out.
 */
export function decideEnding(pair: Pair, nowMs: number): FormerPair | undefined {
  if (isFormer(pair)) return undefined;
  if (pair.state === 'ended') throw new Refusal('gone', 'pair:ended');
  if (!isGoing(pair)) throw new Refusal('conflict', 'parting:end.introduced');
  return { ...withoutPause(pair), state: 'ended', endedAt: toInstant(nowMs) };
}

function withoutPause(pair: GoingPair) {
  if (pair.state === 'active') return pair;
  const { pause: _, ...rest } = pair;
  return rest;
}

/** What a member of a former pair wishes; undefined where they said the same before. */
export function decideNewMatch(pair: Pair, person: PersonId, wish: NewMatchWish): FormerPair | undefined {
  if (!isFormer(pair)) throw new Refusal('conflict', 'parting:newMatch.notEnded');
  if (newMatchOf(pair, person) === wish) return undefined;
  const members = pair.members.map((one) => (one.person === person ? { ...one, newMatch: wish } : one));
  return { ...pair, members };
}

export const newMatchOf = ({ members }: Pair, person: PersonId): NewMatchWish | undefined =>
  members.find((one) => one.person === person)?.newMatch;

/** Whether a member comes first in the next round: they had a pair, and would like somebody new. */
export function seeksAnew(pair: Pair, person: PersonId): boolean {
  const seen = asSeenBy(pair, person);
  return isFormer(seen) && newMatchOf(seen, person) === 'somebodyNew';
}
