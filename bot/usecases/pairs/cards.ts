import { type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { canDraft, hasSigned, latestOf, unsignedBy } from '#domain/pairs/agreement.ts';
import { closesAt, isFirstChat, isToAnswer } from '#domain/pairs/introduction.ts';
import type { NextStep } from '#domain/pairs/nextSteps.ts';
import type { PairState } from '#domain/pairs/pair.ts';
import type { Role } from '#domain/people/person.ts';
import type { Context } from '#usecases/story/context.ts';
import { firstNamesOf, listPairs, type OpenPair } from './pairs.ts';

/** One pair on the home screen of one of its members: first names, and what comes next. */
export interface PairCardSeen {
  pair: PairId;
  cohortName: string;
  role: Role;
  state: PairState;
  partners: { firstName: string }[];
  next: NextStep;
}

/** What this member would do next; while introduced it depends on their own answer and the clock alone. */
function nextFor({ pair, me, state, agreements }: OpenPair, nowMs: number): NextStep {
  if (state === 'ended') return 'none';
  if (state === 'introduced') {
    if (nowMs >= toMs(closesAt(pair))) return 'wait';
    if (isFirstChat(pair)) return 'firstChat';
    return isToAnswer(pair, me) ? 'answer' : 'wait';
  }
  const latest = latestOf(agreements);
  if (!latest) return canDraft(me, agreements) ? 'draftAgreement' : 'wait';
  if (!hasSigned(agreements, latest.version, me.person)) return 'signAgreement';
  return unsignedBy(pair, agreements, latest.version).length > 0 ? 'waitForSignature' : 'meet';
}

export const cardOf = (open: OpenPair, nowMs: number): PairCardSeen => ({
  pair: open.id,
  cohortName: open.pair.cohortName,
  role: open.me.role,
  state: open.state,
  partners: firstNamesOf(open).map((firstName) => ({ firstName })),
  next: nextFor(open, nowMs),
});

const RANK: Record<PairState, number> = { active: 0, paused: 1, introduced: 2, ended: 3 };

/** All pairs of a person: those that go on first, those that ended last. */
export async function listPairCards(ctx: Context, person: PersonId): Promise<PairCardSeen[]> {
  const pairs = await listPairs(ctx, person);
  return pairs.map((open) => cardOf(open, ctx.clock.now())).sort((a, b) => RANK[a.state] - RANK[b.state]);
}
