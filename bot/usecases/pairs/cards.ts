import { type Day, type PairId, type PersonId, toMs } from '#domain/basics/ids.ts';
import { canDraft, hasRunOut, hasSigned, latestOf, unsignedBy } from '#domain/pairs/agreement.ts';
import { isAtRest } from '#domain/pairs/consent.ts';
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
  /** Whether they are a project team. */
  isTeam: boolean;
  /** Until when it rests; null while it does not. */
  pausedUntil: Day | null;
}

/** What this member would do next; while introduced it depends on their own answer and the clock alone. */
function nextFor(open: OpenPair, nowMs: number): NextStep {
  const { pair, me, state } = open;
  if (state === 'ended') return 'none';
  if (state === 'introduced') {
    if (nowMs >= toMs(closesAt(pair))) return 'wait';
    if (isFirstChat(pair)) return 'firstChat';
    return isToAnswer(pair, me) ? 'answer' : 'wait';
  }
  if (state === 'paused') return 'rest';
  return nextInSpace(open, nowMs);
}

/** Of a pair that goes on: its ground rules, and then to meet, until their time is over. */
function nextInSpace({ pair, me, agreements }: OpenPair, nowMs: number): NextStep {
  const latest = latestOf(agreements);
  if (!latest) return canDraft(me, agreements) ? 'draftAgreement' : 'wait';
  if (isAtRest(pair, agreements)) return 'spaceClosed';
  if (!hasSigned(agreements, latest.version, me.person)) return 'signAgreement';
  if (unsignedBy(pair, agreements, latest.version).length > 0) return 'waitForSignature';
  return hasRunOut(pair, agreements, nowMs) ? 'close' : 'meet';
}

export const cardOf = (open: OpenPair, nowMs: number): PairCardSeen => ({
  pair: open.id,
  cohortName: open.pair.cohortName,
  role: open.me.role,
  state: open.state,
  partners: firstNamesOf(open).map((firstName) => ({ firstName })),
  next: nextFor(open, nowMs),
  isTeam: open.pair.isTeam === true,
  pausedUntil: open.pair.state === 'paused' ? open.pair.pause.until : null,
});

const RANK: Record<PairState, number> = { active: 0, paused: 1, introduced: 2, ended: 3 };

/** All pairs of a person: those that go on first, those that ended last. */
export async function listPairCards(ctx: Context, person: PersonId): Promise<PairCardSeen[]> {
  const pairs = await listPairs(ctx, person);
  return pairs.map((open) => cardOf(open, ctx.clock.now())).sort((a, b) => RANK[a.state] - RANK[b.state]);
}
